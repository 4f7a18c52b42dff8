import { existsSync, readFileSync } from 'node:fs';

/** @typedef {{ passed: number, failed: number }} Totals */

/**
 * Counts a Vitest run from its JSON report. Skipped tests count as failed, a file that could not be loaded as one failed
 * test, and so does an error outside every test.
 *
 * @param {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number,
 *   testResults: { status: string, assertionResults: { status: string }[] }[] }} report
 * @returns {Totals}
 */
export function countVitest(report) {
  const brokenFiles = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + report.numPendingTests + report.numTodoTests + brokenFiles.length,
  };
}

/**
 * Counts a Playwright run from its JSON report. Skipped and flaky tests count as failed, and so does an error outside
 * every test.
 *
 * @param {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number }, errors: unknown[] }} report
 * @returns {Totals}
 */
export function countPlaywright({ stats, errors }) {
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + stats.skipped + errors.length };
}

/**
 * The totals of a run: those of its report, and one more failure where the report does not say why the runner failed.
 *
 * @param {string} file the report, JSON
 * @param {number} code the runner's exit code
 * @param {(report: any) => Totals} count
 * @returns {Totals}
 */
export function readTotals(file, code, count) {
  if (!existsSync(file)) return { passed: 0, failed: 1 };
  const totals = count(JSON.parse(readFileSync(file, 'utf8')));
  return code !== 0 && totals.failed === 0 ? { ...totals, failed: 1 } : totals;
}
