import { createEngine } from '@tabmind/engine';
import { hostedModel } from '../../lib/hosted-model.js';
import { measured } from '../page/measured.js';

const model = hostedModel(JSON.parse(new URLSearchParams(location.search).get('options')));
const engine = createEngine({ models: [model] });

window.loaded = engine.load(model.id);

window.measure = measured(async (content, { maxTokens, ...sampling }, onText) => {
  let tokens;
  const options = { ...sampling, maxTokens, onFinish: ({ completionTokens }) => (tokens = completionTokens) };
  for await (const piece of engine.generate([{ role: 'user', content }], options)) onText(piece);
  return tokens;
});
