import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { countPlaywright, countVitest, readTotals } from './reports.mjs';
import { root } from './root.mjs';
import { run } from './run.mjs';

/**
 * One row of the closing table.
 *
 * @typedef {object} Suite
 * @property {string} name
 * @property {'browser' | 'nothing'} needs
 * @property {string[]} after names of suites that have to run before this one
 * @property {() => Promise<import('./reports.mjs').Totals>} run
 */

/** A suite that hangs ends here, so that the others still run and the total is still printed. */
const limitSeconds = 3600;
const reports = join(root, 'test-results');

/**
 * A suite that is one program: it counts as one, passed where the program ends well.
 *
 * @param {string} name
 * @param {string} program
 * @param {string[]} args
 * @returns {Suite}
 */
export function checkSuite(name, program, args) {
  return {
    name,
    needs: 'nothing',
    after: [],
    run: async () => {
      const { code } = await run(program, args, { limitSeconds });
      return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
    },
  };
}

/**
 * A suite that is one project of vitest.config.ts.
 *
 * @param {string} project
 * @param {'browser' | 'nothing'} needs
 * @param {'fast' | 'long'} tier
 * @returns {Suite}
 */
export function vitestSuite(project, needs, tier) {
  return {
    name: project,
    needs,
    after: [],
    run: () => {
      const report = freshReport(project);
      const args = [
        'run',
        '--project',
        project,
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${report}`,
        ...mayBeEmpty(tier, '--passWithNoTests'),
      ];
      return counted('vitest', args, { TABMIND_TIER: tier }, report, countVitest);
    },
  };
}

/**
 * A suite that is one project of playwright.config.ts.
 *
 * @param {string} name
 * @param {'fast' | 'long'} project
 * @returns {Suite}
 */
export function playwrightSuite(name, project) {
  return {
    name,
    needs: 'browser',
    after: ['build'],
    run: () => {
      const report = freshReport(name);
      const env = { PLAYWRIGHT_JSON_OUTPUT_FILE: report };
      const args = ['test', `--project=${project}`, ...mayBeEmpty(project, '--pass-with-no-tests')];
      return counted('playwright', args, env, report, countPlaywright);
    },
  };
}

/**
 * A suite of the fast tier without tests is a mistake; one of the long tier has none until a test needs the time.
 *
 * @param {'fast' | 'long'} tier
 * @param {string} flag
 */
const mayBeEmpty = (tier, flag) => (tier === 'long' ? [flag] : []);

/** @param {string} name */
function freshReport(name) {
  const report = join(reports, `${name}.json`);
  mkdirSync(reports, { recursive: true });
  rmSync(report, { force: true });
  return report;
}

/**
 * @param {string} program
 * @param {string[]} args
 * @param {Record<string, string>} env
 * @param {string} report
 * @param {(report: any) => import('./reports.mjs').Totals} count
 */
async function counted(program, args, env, report, count) {
  const { code } = await run(program, args, { env, limitSeconds });
  return readTotals(report, code, count);
}
