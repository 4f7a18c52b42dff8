import { expect, test } from 'vitest';
import type { ChatPipeline } from './chat-pipeline.js';
import { PrefixCache } from './prefix-cache.js';

/** A pipeline whose KV cache is a list of tokens, asked as web-llm asks it. */
function createPipeline(states: Partial<Pick<ChatPipeline, 'rnnState' | 'slidingWindowSize'>> = {}) {
  let cells: number[] = [];
  let input: readonly unknown[] = [];
  const pipeline = {
    filledKVCacheLength: 0,
    outputIds: [] as readonly number[],
    kvCache: {},
    rnnState: undefined,
    slidingWindowSize: -1,
    ...states,
    tvm: {
      scalar: (value: number) => ({ value }),
      beginScope() {},
      endScope() {},
      getGlobalFunc:
        () =>
        (_state: object, _sequence: object, { value }: { value: number }) => {
          cells = cells.slice(0, cells.length - value);
        },
    },
    resetKVCache() {
      cells = [];
    },
    getInputData: async () => [input, input.flat().length, null] as const,
  };
  const cache = new PrefixCache(pipeline as unknown as ChatPipeline);

  const prefill = async (...data: readonly unknown[]) => {
    input = data;
    pipeline.outputIds = [];
    const [given] = await pipeline.getInputData();
    const tokens = given.flat() as number[];
    cells.push(...tokens);
    pipeline.filledKVCacheLength += tokens.length;
    return tokens;
  };
  const reset = () => {
    pipeline.resetKVCache();
    pipeline.filledKVCacheLength = 0;
  };
  return {
    cache,
    /** What the KV cache holds. */
    cells: () => cells,
    /** One request as a conversation of its own; the last token of an answer is made, and not read. */
    async ask(prompt: readonly number[], answer: readonly number[] = []) {
      reset();
      reset();
      const prefilled = await prefill(prompt);
      pipeline.outputIds = answer;
      cells.push(...answer.slice(0, -1));
      pipeline.filledKVCacheLength = cells.length;
      return prefilled;
    },
    prefill,
    reset,
  };
}

test('a conversation that goes on prefills what is new', async () => {
  const { ask, cells } = createPipeline();
  expect(await ask([1, 2, 3], [4, 5, 6])).toEqual([1, 2, 3]);
  expect(await ask([1, 2, 3, 4, 5, 6, 7], [8])).toEqual([6, 7]);
  expect(cells()).toEqual([1, 2, 3, 4, 5, 6, 7]);
});

test('an answer cut short, or another conversation, leaves nothing of what is not in the prompt', async () => {
  const { ask, cells } = createPipeline();
  await ask([1, 2, 3], [4, 5, 6]);
  expect(await ask([1, 2, 3, 4, 9], [8, 8])).toEqual([9]);
  expect(cells()).toEqual([1, 2, 3, 4, 9, 8]);
  expect(await ask([7, 2, 3])).toEqual([7, 2, 3]);
  expect(cells()).toEqual([7, 2, 3]);
});

test('of the same prompt again the last token is prefilled', async () => {
  const { ask, cells } = createPipeline();
  await ask([1, 2, 3], [4, 5]);
  expect(await ask([1, 2, 3])).toEqual([3]);
  expect(cells()).toEqual([1, 2, 3]);
});

test.each([{ rnnState: {} }, { slidingWindowSize: 512 }])(
  'what can’t be cut is added to, or begun anew: %o',
  async (states) => {
    const { ask, cells } = createPipeline(states);
    await ask([1, 2, 3], [4, 5]);
    expect(await ask([1, 2, 3, 4, 5, 6], [7, 8])).toEqual([5, 6]);
    expect(await ask([1, 2, 3, 4])).toEqual([1, 2, 3, 4]);
    expect(cells()).toEqual([1, 2, 3, 4]);
  },
);

test('after a failure everything is prefilled again', async () => {
  const { ask, cache, cells } = createPipeline();
  await ask([1, 2, 3], [4, 5]);
  cache.forget();
  expect(await ask([1, 2, 3, 4, 9])).toEqual([1, 2, 3, 4, 9]);
  expect(cells()).toEqual([1, 2, 3, 4, 9]);
});

test('what web-llm’s own client adds in its way, or shows, is not counted upon', async () => {
  const { ask, prefill, reset, cells } = createPipeline();
  await ask([1, 2, 3], [4, 5]);
  expect(await prefill([6, 7])).toEqual([6, 7]);
  expect(await ask([1, 2, 3, 4, 6])).toEqual([1, 2, 3, 4, 6]);
  reset();
  expect(await prefill([1, 2], 99, [3])).toEqual([1, 2, 99, 3]);
  expect(cells()).toEqual([1, 2, 99, 3]);
  expect(await ask([1, 2, 5])).toEqual([1, 2, 5]);
});
