import { stopped } from '/page/stopped.js';
import { rawEngine } from '/raw-engine/engine.js';

window.loaded = rawEngine.then(() => undefined);

window.stopAndAsk = stopped(async function* (messages, signal) {
  const engine = await rawEngine;
  signal.addEventListener('abort', () => engine.interruptGenerate());
  const chunks = await engine.chat.completions.create({ messages, temperature: 0, max_tokens: 60, stream: true });
  // An interrupted stream has to be read to its end, or its lock stays held.
  for await (const { choices } of chunks) if (choices[0]?.delta.content) yield choices[0].delta.content;
});
