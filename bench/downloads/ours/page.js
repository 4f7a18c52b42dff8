import { createEngine } from '@tabmind/engine';
import { GUIDE_MODEL } from '@tabmind/model-registry';

const { modelUrl, libraryUrl, totalBytes, ...settings } = JSON.parse(
  new URLSearchParams(location.search).get('options'),
);
const { sha256: _pinned, ...figures } = GUIDE_MODEL.variants[0];
const downloadBytes = { value: totalBytes, estimated: true, source: 'what the host serves' };
const model = { ...GUIDE_MODEL, modelUrl, variants: [{ ...figures, modelUrl, libraryUrl, downloadBytes }] };
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
