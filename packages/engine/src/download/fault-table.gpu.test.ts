import { describe } from 'vitest';
import { faultTable } from '../../../../tools/model-host/fault-table.mjs';
import { testFaultRows } from '../test-support/fault-row-tests.js';

/** One row of each kind; the long tier has them all. */
const names = [
  'nothing at all',
  'a reset in mid-body',
  'every connection stalled',
  '503, twice',
  'a flipped bit',
  '404',
];
const rows = faultTable.filter(({ name }) => names.includes(name));

describe.each(['indexeddb', 'opfs'] as const)('faults, with the model in %s', (backend) => {
  testFaultRows(backend, rows);
});
