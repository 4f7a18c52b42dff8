/** The shape of a model's KV cache, from its published `config.json`. Layers with linear attention have none. */
export interface CacheLayout {
  readonly layers: number;
  /** Keys and values of one token in one layer. */
  readonly valuesPerToken: number;
}

/** Tokens in a page of web-llm's KV cache; TVM's paged KV cache allocates one page more than the window fills. */
const pageTokens = 16;

/** Values that the pages of one layer hold, which are one buffer. */
export function countLayerValues({ valuesPerToken }: CacheLayout, contextWindow: number): number {
  return (Math.ceil(contextWindow / pageTokens) + 1) * pageTokens * valuesPerToken;
}
