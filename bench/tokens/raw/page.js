import { measured } from '/page/measured.js';
import { CreateWebWorkerMLCEngine } from '/web-llm.js';

const { modelUrl, libraryUrl } = JSON.parse(new URLSearchParams(location.search).get('options'));
const record = { model_id: 'model', model: modelUrl, model_lib: libraryUrl };
const worker = new Worker('worker.js', { type: 'module' });
const loaded = CreateWebWorkerMLCEngine(worker, 'model', { appConfig: { model_list: [record] } });

window.loaded = loaded.then(() => undefined);

window.measure = measured(async (content, { maxTokens, ...sampling }, onText) => {
  const engine = await loaded;
  let tokens;
  const chunks = await engine.chat.completions.create({
    ...sampling,
    messages: [{ role: 'user', content }],
    max_tokens: maxTokens,
    stream: true,
    stream_options: { include_usage: true },
  });
  for await (const { choices, usage } of chunks) {
    if (choices[0]?.delta.content) onText(choices[0].delta.content);
    tokens = usage?.completion_tokens ?? tokens;
  }
  return tokens;
});
