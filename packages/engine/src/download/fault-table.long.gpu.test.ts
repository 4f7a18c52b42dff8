import { describe } from 'vitest';
import { faultTable } from '../../../../tools/model-host/fault-table.mjs';
import { testFaultRows } from '../test-support/fault-row-tests.js';

describe.each(['indexeddb', 'opfs'] as const)('every fault, with the model in %s', (backend) => {
  testFaultRows(backend, faultTable);
});
