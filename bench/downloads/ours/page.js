import { createEngine } from '@tabmind/engine';
import { hostedModel } from '../../lib/hosted-model.js';

const { modelUrl, libraryUrl, totalBytes, ...settings } = JSON.parse(
  new URLSearchParams(location.search).get('options'),
);
const model = hostedModel({ modelUrl, libraryUrl, totalBytes });
const engine = createEngine({ models: [model], ...settings });

window.outcome = engine.load(model.id).then(
  () => ({ readyAt: performance.now() }),
  ({ code, message, detail }) => ({ failure: { code, message, detail } }),
);

window.ask = async (content) => {
  let text = '';
  for await (const piece of engine.generate([{ role: 'user', content }], { maxTokens: 8 })) text += piece;
  return text;
};
