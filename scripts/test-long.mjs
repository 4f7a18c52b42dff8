import { command } from './lib/command.mjs';
import { checkSuite, playwrightSuite, vitestSuite } from './lib/suites.mjs';
import { runTier, selectSuites } from './lib/tier.mjs';

/** @type {import('./lib/suites.mjs').Suite[]} */
const suites = [
  checkSuite('build', 'turbo', ['run', 'build', '--force', '--output-logs=new-only']),
  vitestSuite('long', 'nothing', 'long'),
  vitestSuite('long-gpu', 'browser', 'long'),
  playwrightSuite('long-e2e', 'long'),
];

await command(() => runTier(selectSuites(suites, process.argv.slice(2))));
