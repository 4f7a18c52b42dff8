import { type ChatCompletionMessageParam, MLCEngine } from '@mlc-ai/web-llm';
import type { ModelConfig } from '@tabmind/model-registry';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createEngine } from './page/create-engine.js';
import type { Engine, GenerateOptions } from './page/engine.js';
import type { ChatMessage, ContextUse, GenerationResult } from './protocol/chat.js';
import { servedGuide } from './test-support/served-guide.js';

interface Answer {
  readonly text: string;
  readonly pieces: readonly string[];
  readonly use: ContextUse;
  readonly result: GenerationResult;
}

/** web-llm takes calls of tools for models of this name only. */
const TOOLED_ID = 'Hermes-3-Llama-3.1-8B-q4f16_1-MLC';
const guide = servedGuide();
const tooled = named(TOOLED_ID);
const greedy = { temperature: 0 } as const;

let engine: Engine;
/** web-llm as it comes, asked the same. */
let reference: MLCEngine;

beforeAll(async () => {
  engine = createEngine({ models: [guide, tooled] });
  await engine.load('guide');
  const [{ id, modelUrl, libraryUrl }] = guide.variants;
  const model = { model_id: id, model: modelUrl, model_lib: libraryUrl };
  reference = new MLCEngine({ appConfig: { cacheBackend: 'cache', model_list: [model] } });
  await reference.reload(id);
});

afterAll(async () => {
  engine.dispose();
  await reference.unload();
});

function named(id: string): ModelConfig {
  const [variant] = guide.variants;
  return { ...guide, id, variants: [{ ...variant, id }] };
}

function user(content: string): ChatMessage {
  return { role: 'user', content };
}

function assistant(content: string): ChatMessage {
  return { role: 'assistant', content };
}

async function ask(messages: readonly ChatMessage[], options: GenerateOptions = {}): Promise<Answer> {
  const pieces: string[] = [];
  const uses: ContextUse[] = [];
  const results: GenerationResult[] = [];
  const listeners = {
    onContext: (use: ContextUse) => uses.push(use),
    onFinish: (made: GenerationResult) => results.push(made),
  };
  for await (const piece of engine.generate(messages, { ...greedy, ...listeners, ...options })) pieces.push(piece);
  const [use] = uses;
  const [result] = results;
  if (use === undefined || result === undefined) throw new Error('An answer ended without its figures.');
  return { text: pieces.join(''), pieces, use, result };
}

/** The answer of a web-llm that has read nothing before. */
async function askReference(messages: readonly ChatMessage[], maxTokens: number) {
  await reference.resetChat();
  const { choices, usage } = await reference.chat.completions.create({
    messages: messages.map((message) => ({ ...message }) as ChatCompletionMessageParam),
    temperature: 0,
    max_tokens: maxTokens,
  });
  return { text: choices[0]?.message.content ?? '', promptTokens: usage?.prompt_tokens };
}

const fox = user('Tell me a story about a fox.');
const who = user('Who are you?');

test.each<{ readonly name: string; readonly messages: readonly ChatMessage[] }>([
  { name: 'a question', messages: [who] },
  { name: 'a system prompt', messages: [{ role: 'system', content: 'You answer in rhymes.' }, who] },
  { name: 'an empty system prompt', messages: [{ role: 'system', content: '' }, who] },
  { name: 'many turns', messages: [who, assistant(' I’m Guide.\n'), user('Größe? 😀'), assistant('Hm.'), fox] },
])('the prompt of $name is counted as web-llm prefills it', async ({ messages }) => {
  const { use } = await ask(messages, { maxTokens: 1 });
  expect(use.promptTokens).toBe((await askReference(messages, 1)).promptTokens);
});

test('turn after turn, what is prefilled and made adds up to a prompt that a fresh conversation would have', async () => {
  const first = await ask([who]);
  const messages = [who, assistant(first.text), fox];
  const second = await ask(messages, { maxTokens: 20 });
  const { promptTokens, prefilledTokens } = second.result;
  const ending = 1;
  expect(first.result.contextTokens - ending + prefilledTokens).toBe(promptTokens);
  expect(second.text).toBe((await askReference(messages, 20)).text);
});

test('an answer that was stopped is not read again with the next question', async () => {
  const abort = new AbortController();
  let text = '';
  const stopped = (async () => {
    for await (const piece of engine.generate([fox], { ...greedy, signal: abort.signal })) {
      text += piece;
      if (text.length > 40) abort.abort();
    }
  })();
  await expect(stopped).rejects.toMatchObject({ name: 'AbortError' });
  const messages = [fox, assistant(text), who];
  const next = await ask(messages, { maxTokens: 12 });
  expect(next.result.prefilledTokens).toBeLessThan(next.result.promptTokens / 2);
  expect(next.text).toBe((await askReference(messages, 12)).text);
});

test('an answer goes on from wherever a token ends, with nothing doubled or lost, and the turn after is right', async () => {
  const { pieces, text, result } = await ask([fox], { maxTokens: 30 });
  for (const cut of [1, 2, 20]) {
    const prefix = pieces.slice(0, cut).join('');
    const rest = await ask([fox, assistant(prefix)], { maxTokens: 30 - cut });
    expect(prefix + rest.text).toBe(text);
    expect(rest.result.completionTokens).toBe(30 - cut);
    expect(rest.use.promptTokens).toBe(result.promptTokens + cut);
  }
  const messages = [fox, assistant(text), who];
  expect((await ask(messages, { maxTokens: 12 })).text).toBe((await askReference(messages, 12)).text);
});

test.each(['Here is one: It was a cold mor', 'Here is one:\n\n', 'Once 🦊 '])(
  'after %j an answer goes on as after any such text',
  async (prefix) => {
    const system = 'You are Guide, the small model built into Tabmind.';
    const turns = `<|im_start|>system\n${system}<|im_end|>\n<|im_start|>user\n${fox.content}<|im_end|>\n`;
    const prompt = `${turns}<|im_start|>assistant\n${prefix}`;
    const { choices } = await reference.completions.create({ prompt, temperature: 0, max_tokens: 8 });
    expect((await ask([fox, assistant(prefix)], { maxTokens: 8 })).text).toBe(choices[0]?.text);
  },
);

test('an answer that is whole, and one that is empty', async () => {
  const whole = await ask([who]);
  expect(await ask([who, assistant(whole.text)])).toMatchObject({ text: '', result: { completionTokens: 1 } });
  expect((await ask([who, assistant('')])).text).toBe(whole.text);
});

test.each<GenerateOptions>([{ responseFormat: { type: 'json' } }, { tools: [{ name: 'weather' }] }])(
  'an answer in a set form is not gone on with: %o',
  async (options) => {
    await expect(ask([fox, assistant('{')], options)).rejects.toMatchObject({ code: 'invalid-request' });
  },
);

test('each penalty changes what is likeliest, in a way of its own', async () => {
  const penalties = [{}, { frequencyPenalty: 2 }, { presencePenalty: 2 }, { repetitionPenalty: 1.8 }];
  const texts = new Set<string>();
  for (const penalty of penalties) texts.add((await ask([fox], { maxTokens: 40, ...penalty })).text);
  expect(texts.size).toBe(penalties.length);
});

test('an answer as long as maxTokens allows ends for its length', async () => {
  const { result } = await ask([fox], { maxTokens: 7 });
  expect(result).toMatchObject({ finishReason: 'length', completionTokens: 7 });
  expect(result.contextTokens).toBe(result.promptTokens + 7);
});

test('an answer ends before a stop string, however many tokens that has, and the next turn never saw it', async () => {
  const plain = await ask([fox], { maxTokens: 24 });
  const at = plain.text.indexOf('woke up early');
  expect(at).toBeGreaterThan(0);
  const cut = await ask([fox], { maxTokens: 24, stop: ['no such words', 'woke up early'] });
  expect(cut.text).toBe(plain.text.slice(0, at));
  expect(cut.result.finishReason).toBe('stop');
  const messages = [fox, assistant(cut.text), who];
  expect((await ask(messages, { maxTokens: 12 })).text).toBe((await askReference(messages, 12)).text);
});

test('an answer conforms to its schema', async () => {
  const schema = {
    type: 'object',
    properties: { kind: { enum: ['fox', 'dog'] }, old: { type: 'boolean' }, age: { type: 'integer' } },
    required: ['kind', 'old', 'age'],
    additionalProperties: false,
  };
  // So small a model would write blank lines for ever.
  const options = { maxTokens: 120, frequencyPenalty: 2, responseFormat: { type: 'json', schema } } as const;
  const { text, result } = await ask([fox], options);
  expect(result.finishReason).toBe('stop');
  const { kind, old, age, ...others } = JSON.parse(text);
  expect(['fox', 'dog']).toContain(kind);
  expect(old).toBeTypeOf('boolean');
  expect(Number.isInteger(age)).toBe(true);
  expect(others).toEqual({});
});

test('JSON without a schema is an object; a schema that makes no sense is refused, and the next one works', async () => {
  const json = { maxTokens: 12, responseFormat: { type: 'json' } } as const;
  expect((await ask([fox], json)).text).toMatch(/^\{\s*"/);
  const odd = { responseFormat: { type: 'json', schema: { type: 'no such type' } } } as const;
  await expect(ask([fox], odd)).rejects.toMatchObject({ code: 'invalid-request' });
  expect((await ask([fox], json)).text).toMatch(/^\{\s*"/);
});

test('every token has its log probability, and the likeliest ones beside it', async () => {
  const options = { temperature: 1, seed: 3, maxTokens: 12, logprobs: true };
  const { result } = await ask([fox], { ...options, topLogprobs: 3 });
  expect(result.logprobs).toHaveLength(result.completionTokens);
  for (const { token, logprob, topLogprobs } of result.logprobs ?? []) {
    expect(token).not.toBe('');
    expect(logprob).toBeLessThanOrEqual(0);
    expect(topLogprobs).toHaveLength(3);
    expect(topLogprobs[0]?.logprob).toBeGreaterThanOrEqual(logprob);
  }
  const bare = await ask([fox], options);
  expect(bare.result.logprobs?.map(({ token }) => token).join('')).toBe(bare.text);
  expect(bare.result.logprobs?.[0]?.topLogprobs).toEqual([]);
  expect((await ask([fox], { maxTokens: 2 })).result.logprobs).toBeUndefined();
});

test('a conversation that is too long loses its oldest turns, or is refused with figures', async () => {
  const messages = [user('word '.repeat(600)), assistant('Hm.'), who];
  const { use, text } = await ask(messages, { maxTokens: 512 });
  expect(use.droppedMessages).toBe(2);
  expect(text).toBe((await askReference([who], 60)).text);
  await expect(ask(messages, { maxTokens: 512, overflow: 'error' })).rejects.toMatchObject({
    code: 'context-overflow',
    message: expect.stringMatching(/has \d+ tokens.*take 512/),
  });
});

test('tools are refused by a model that can’t call any, and by its template', async () => {
  await expect(ask([who], { tools: [{ name: 'weather' }] })).rejects.toMatchObject({
    code: 'invalid-request',
    message: 'This model can’t call tools.',
  });
  await expect(ask([who, { role: 'tool', content: '17 °C' }])).rejects.toMatchObject({ code: 'invalid-request' });
  expect((await ask([who])).text).toContain('Guide');
});

test('a model of a name that web-llm knows calls tools, and what web-llm tells it of them is counted', async () => {
  await engine.load(TOOLED_ID);
  const { text, result } = await ask([who], { tools: [{ name: 'weather', parameters: { type: 'object' } }] });
  expect(result).toMatchObject({ finishReason: 'tool-calls', toolCalls: JSON.parse(text) });
  expect(result.prefilledTokens).toBe(result.promptTokens);
});
