import { measured } from '/page/measured.js';
import { rawEngine } from '/raw-engine/engine.js';

window.loaded = rawEngine.then(() => undefined);

window.measure = measured(async (content, { maxTokens, ...sampling }, onText) => {
  const engine = await rawEngine;
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
