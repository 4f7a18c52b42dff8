import type { ChatPipeline } from './chat-pipeline.js';

/**
 * Keeps in the KV cache what the next prompt shares with the last prompt and answer, token for token, and has only the
 * rest prefilled.
 *
 * web-llm alone begins anew after every answer that was stopped or cut, and where it does go on it leaves out the end
 * of the turn between an answer and the next question. Here every request is a conversation of its own to web-llm,
 * rendered whole; what `resetChat` would throw away is cut to the shared beginning once the new tokens are known.
 */
export class PrefixCache {
  readonly #pipeline: ChatPipeline;
  readonly #empty: () => void;
  readonly #render: ChatPipeline['getInputData'];
  /** Tokens of the last prompt; `null` where it is not known. */
  #prompt: readonly number[] | null = null;
  /** Tokens that the KV cache holds between requests. */
  #held: readonly number[] = [];

  constructor(pipeline: ChatPipeline) {
    this.#pipeline = pipeline;
    this.#empty = pipeline.resetKVCache.bind(pipeline);
    this.#render = pipeline.getInputData.bind(pipeline);
    pipeline.resetKVCache = () => this.#keep();
    pipeline.getInputData = () => this.#prefillData();
  }

  /** After a failure nobody knows what the KV cache holds: the next request empties it. */
  forget(): void {
    this.#prompt = null;
  }

  /** Called twice for some requests, the second time with the length at 0 already. */
  #keep(): void {
    const { filledKVCacheLength, outputIds } = this.#pipeline;
    if (this.#prompt === null) {
      this.#empty();
      this.#held = [];
    } else if (filledKVCacheLength > 0) {
      this.#held = [...this.#prompt, ...outputIds].slice(0, filledKVCacheLength);
    }
  }

  async #prefillData(): ReturnType<ChatPipeline['getInputData']> {
    const pipeline = this.#pipeline;
    const [data, count, getEmbedSize] = await this.#render();
    const [tokens] = data;
    // web-llm's own client may use this model too: it goes on with a conversation in its way, or shows a picture.
    if (pipeline.filledKVCacheLength !== 0 || data.length !== 1 || !isTokens(tokens)) {
      if (pipeline.filledKVCacheLength === 0) this.#empty();
      this.forget();
      return [data, count, getEmbedSize];
    }
    const shared = this.#cutTo(sharedLength(this.#held, tokens));
    this.#prompt = tokens;
    this.#held = tokens.slice(0, shared);
    pipeline.filledKVCacheLength = shared;
    return [[tokens.slice(shared)], tokens.length - shared, getEmbedSize];
  }

  /** @returns how many tokens are kept: all that were asked for, or none */
  #cutTo(length: number): number {
    const { kvCache, rnnState, slidingWindowSize, tvm } = this.#pipeline;
    const surplus = this.#held.length - length;
    if (length > 0 && surplus === 0) return length;
    if (length === 0 || kvCache === undefined || rnnState !== undefined || slidingWindowSize !== -1) {
      this.#empty();
      return 0;
    }
    tvm.beginScope();
    tvm.getGlobalFunc('vm.builtin.kv_state_popn')(kvCache, tvm.scalar(0, 'int64'), tvm.scalar(surplus, 'int32'));
    tvm.endScope();
    return length;
  }
}

/** Of a prompt at least the last token is prefilled: the first of the answer is sampled from what it gives. */
function sharedLength(held: readonly number[], prompt: readonly number[]): number {
  const most = Math.min(held.length, prompt.length - 1);
  const end = prompt.findIndex((token, index) => index >= most || token !== held[index]);
  return Math.max(end, 0);
}

function isTokens(data: unknown): data is readonly number[] {
  return Array.isArray(data) && data.length > 0;
}
