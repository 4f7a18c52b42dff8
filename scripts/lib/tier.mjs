import { CannotGoOn } from './cannot-go-on.mjs';
import { ensureBrowser } from './ensure-browser.mjs';
import { install } from './install.mjs';

/**
 * @typedef {import('./suites.mjs').Suite} Suite
 * @typedef {import('./reports.mjs').Totals & { name: string, seconds: number }} Row
 */

/**
 * Installs what the suites need, runs them one after the other, each to its end whatever came of those before it, and
 * prints a table and the closing line `N passed, N failed`.
 *
 * @param {Suite[]} suites
 * @returns {Promise<number>} the exit code: 0 where something passed and nothing failed
 */
export async function runTier(suites) {
  try {
    await prepare(suites);
  } catch (error) {
    if (!(error instanceof CannotGoOn)) throw error;
    console.log(`${error.message}\n${closingLine([{ passed: 0, failed: 1 }])}`);
    return 1;
  }

  /** @type {Row[]} */
  const rows = [];
  for (const suite of suites) {
    console.log(`\n== ${suite.name}`);
    const start = performance.now();
    const totals = await suite.run();
    const row = { name: suite.name, ...totals, seconds: (performance.now() - start) / 1000 };
    console.log(`-- ${suite.name}: ${row.passed} passed, ${row.failed} failed, ${row.seconds.toFixed(1)} s`);
    rows.push(row);
  }
  console.log(`\n${table(rows)}\n`);
  console.log(closingLine(rows));
  return rows.some(({ failed }) => failed > 0) || rows.every(({ passed }) => passed === 0) ? 1 : 0;
}

/** @param {Suite[]} suites */
async function prepare(suites) {
  await install();
  if (suites.some(({ needs }) => needs === 'browser')) process.env.CHROME_PATH = await ensureBrowser();
}

/**
 * The suites asked for on the command line with `--only name,name`, with those they need; all where nothing is asked.
 *
 * @param {Suite[]} suites
 * @param {string[]} args
 * @returns {Suite[]} in their own order
 */
export function selectSuites(suites, args) {
  const at = args.indexOf('--only');
  if (at === -1) return suites;
  const wanted = new Set((args[at + 1] ?? '').split(','));
  const unknown = [...wanted].find((name) => !suites.some((suite) => suite.name === name));
  if (unknown !== undefined) {
    throw new CannotGoOn(
      `There is no suite "${unknown}": name one or more of ${suites.map(({ name }) => name).join(',')}.`,
    );
  }
  for (const { name, after } of suites) {
    if (wanted.has(name)) for (const needed of after) wanted.add(needed);
  }
  return suites.filter(({ name }) => wanted.has(name));
}

/** @param {Row[]} rows */
function table(rows) {
  const width = Math.max(...rows.map(({ name }) => name.length));
  const line = (/** @type {string[]} */ [name = '', passed = '', failed = '', seconds = '']) =>
    [name.padEnd(width), passed.padStart(6), failed.padStart(6), seconds.padStart(9)].join('  ');
  return [
    line(['', 'passed', 'failed', 'time']),
    ...rows.map((row) => line([row.name, `${row.passed}`, `${row.failed}`, `${row.seconds.toFixed(1)} s`])),
  ].join('\n');
}

/**
 * @param {import('./reports.mjs').Totals[]} rows
 * @returns {string}
 */
export function closingLine(rows) {
  const sum = (/** @type {'passed' | 'failed'} */ of) => rows.reduce((total, row) => total + row[of], 0);
  return `${sum('passed')} passed, ${sum('failed')} failed`;
}
