import { command } from './lib/command.mjs';
import { checkPackages } from './lib/package-checks.mjs';
import { checkSuite, playwrightSuite, vitestSuite } from './lib/suites.mjs';
import { runTier, selectSuites } from './lib/tier.mjs';

/** @type {import('./lib/suites.mjs').Suite[]} */
const suites = [
  checkSuite('lint', 'biome', ['ci', '--error-on-warnings', ...(process.stdout.isTTY ? [] : ['--colors=off'])]),
  checkSuite('types', 'turbo', [
    'run',
    'typecheck',
    'typecheck:tooling',
    '--force',
    '--continue',
    '--output-logs=new-only',
  ]),
  checkSuite('unused', 'knip', []),
  checkSuite('imports', 'node', ['scripts/check-imports.mjs']),
  vitestSuite('unit', 'nothing', 'fast'),
  vitestSuite('browser', 'browser', 'fast'),
  vitestSuite('gpu', 'browser', 'fast'),
  vitestSuite('quota', 'browser', 'fast'),
  vitestSuite('storybook', 'browser', 'fast'),
  checkSuite('build', 'turbo', [
    'run',
    'build',
    '--force',
    '--continue=dependencies-successful',
    '--output-logs=new-only',
  ]),
  { name: 'packages', needs: 'nothing', after: ['build'], run: checkPackages },
  playwrightSuite('e2e', 'fast'),
];

await command(() => runTier(selectSuites(suites, process.argv.slice(2))));
