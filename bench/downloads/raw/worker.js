import { MLCEngine } from '/web-llm.js';

const { modelUrl, libraryUrl, ...backend } = JSON.parse(new URLSearchParams(location.search).get('options'));
const record = { model_id: 'tiny', model: modelUrl, model_lib: libraryUrl };
const engine = new MLCEngine({ appConfig: { ...backend, model_list: [record] } });

self.onmessage = async ({ data: { question } }) => {
  const messages = [{ role: 'user', content: question }];
  const { choices } = await engine.chat.completions.create({ messages, max_tokens: 8 });
  postMessage({ answer: choices[0].message.content });
};

try {
  await engine.reload('tiny');
  postMessage({ ready: true });
} catch (error) {
  postMessage({ failure: { message: String(error) } });
}
