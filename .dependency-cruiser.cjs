/**
 * The direction of the house: apps and examples → embed, ui → engine → model-registry.
 * guide-model is data: apps serve it, packages reach it in tests only.
 */
const layers = {
  'model-registry': [],
  engine: ['model-registry'],
  ui: ['engine', 'model-registry'],
  embed: ['ui', 'engine', 'model-registry'],
  'guide-model': [],
};

const isTest = '\\.(test|test-d)\\.tsx?$|\\.config\\.ts$|/scripts/|/e2e/|/test-support/';

const layerRules = Object.entries(layers).map(([layer, allowed]) => ({
  name: `${layer}-reaches-only-${allowed.join('-and-') || 'itself'}`,
  severity: 'error',
  from: { path: `^packages/${layer}/src/`, pathNot: isTest },
  to: { path: `^(packages|apps|examples)/`, pathNot: `^packages/(${[layer, ...allowed].join('|')})/` },
}));

module.exports = {
  forbidden: [
    ...layerRules,
    {
      name: 'no-app-in-another',
      severity: 'error',
      from: { path: '^apps/([^/]+)/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'web-llm-only-in-the-worker',
      comment: 'web-llm is 6.8 MB of script: it runs in the worker and nowhere else.',
      severity: 'error',
      from: { path: '^(packages|apps)/', pathNot: `^packages/engine/src/(worker/|worker\\.ts)|${isTest}` },
      to: { path: '@mlc-ai/web-llm', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-solid-in-the-engine',
      severity: 'error',
      from: { path: '^packages/(engine|model-registry)/src/' },
      to: { path: 'node_modules/.*(solid-js|@xstate/store-solid)' },
    },
    {
      name: 'nothing-unresolvable',
      severity: 'error',
      from: { pathNot: '/test-support/' },
      to: { couldNotResolve: true, pathNot: '\\?(inline|url|raw)$|^virtual:' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|storybook-static|\\.turbo)/' },
    tsConfig: { fileName: 'tsconfig.base.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['@tabmind/source', 'import', 'browser', 'default', 'types'],
    },
  },
};
