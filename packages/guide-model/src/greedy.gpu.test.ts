import { type ChatCompletionMessageParam, MLCEngine } from '@mlc-ai/web-llm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import reference from '../reference/greedy.json' with { type: 'json' };

// Vite rewrites the URL of a file, but not that of a folder.
const library = new URL('../served/guide.wasm', import.meta.url).href;
const model = new URL('.', library).href;
const modelId = 'guide';
let engine: MLCEngine;

beforeAll(async () => {
  const record = { model, model_id: modelId, model_lib: library };
  engine = new MLCEngine({ appConfig: { model_list: [record] }, logLevel: 'WARN' });
  await engine.reload(modelId);
});

afterAll(() => engine.unload());

/** The conversation goes on in one KV cache, as it does in the app. */
async function answer(messages: ChatCompletionMessageParam[]): Promise<string | null | undefined> {
  const completion = await engine.chat.completions.create({
    messages,
    temperature: 0,
    top_p: 1,
    max_tokens: reference.maxTokens,
  });
  return completion.choices[0]?.message.content;
}

const talks = reference.talks.map((turns) => ({ name: turns.map((turn) => turn.question).join(' / '), turns }));

it.each(talks)('answers as the reference: $name', { timeout: 240_000 }, async ({ turns }) => {
  await engine.resetChat();
  const messages: ChatCompletionMessageParam[] = [];
  for (const turn of turns) {
    messages.push({ role: 'user', content: turn.question });
    expect(await answer(messages)).toBe(turn.answer);
    messages.push({ role: 'assistant', content: turn.answer });
  }
});
