import { stopped } from '/page/stopped.js';
import { CreateWebWorkerMLCEngine } from '/web-llm.js';

const { modelUrl, libraryUrl } = JSON.parse(new URLSearchParams(location.search).get('options'));
const record = { model_id: 'model', model: modelUrl, model_lib: libraryUrl };
const worker = new Worker('worker.js', { type: 'module' });
const loaded = CreateWebWorkerMLCEngine(worker, 'model', { appConfig: { model_list: [record] } });

window.loaded = loaded.then(() => undefined);

window.stopAndAsk = stopped(async function* (messages, signal) {
  const engine = await loaded;
  signal.addEventListener('abort', () => engine.interruptGenerate());
  const chunks = await engine.chat.completions.create({ messages, temperature: 0, max_tokens: 60, stream: true });
  // An interrupted stream has to be read to its end, or its lock stays held.
  for await (const { choices } of chunks) if (choices[0]?.delta.content) yield choices[0].delta.content;
});
