import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { countPlaywright, countVitest, readTotals } from './reports.mjs';

const green = { numPassedTests: 3, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, testResults: [] };

describe('countVitest', () => {
  it('counts skipped and unwritten tests as failed', () => {
    expect(countVitest({ ...green, numFailedTests: 1, numPendingTests: 2, numTodoTests: 4 })).toEqual({
      passed: 3,
      failed: 7,
    });
  });

  it('counts a file that could not be loaded, and one whose tests failed only by their number', () => {
    const testResults = [
      { status: 'failed', assertionResults: [] },
      { status: 'failed', assertionResults: [{ status: 'failed' }] },
      { status: 'passed', assertionResults: [{ status: 'passed' }] },
    ];
    expect(countVitest({ ...green, numFailedTests: 1, testResults })).toEqual({ passed: 3, failed: 2 });
  });
});

describe('countPlaywright', () => {
  it('counts all that is not plainly green as failed', () => {
    const stats = { expected: 5, unexpected: 1, flaky: 1, skipped: 1 };
    expect(countPlaywright({ stats, errors: [{}] })).toEqual({ passed: 5, failed: 4 });
  });
});

describe('readTotals', () => {
  /** @type {string} */
  let folder;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'reports-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const reportOf = (/** @type {object} */ report) => {
    const file = join(folder, 'report.json');
    writeFileSync(file, JSON.stringify(report));
    return file;
  };

  it('takes the totals of the report', () => {
    expect(readTotals(reportOf(green), 0, countVitest)).toEqual({ passed: 3, failed: 0 });
  });

  it('adds a failure where the runner failed for a reason its report does not name', () => {
    expect(readTotals(reportOf(green), 1, countVitest)).toEqual({ passed: 3, failed: 1 });
  });

  it('adds none where the report names it', () => {
    expect(readTotals(reportOf({ ...green, numFailedTests: 2 }), 1, countVitest)).toEqual({ passed: 3, failed: 2 });
  });

  it('counts a runner that left no report as one failure, even where it ended well', () => {
    expect(readTotals(join(folder, 'none.json'), 0, countVitest)).toEqual({ passed: 0, failed: 1 });
  });
});
