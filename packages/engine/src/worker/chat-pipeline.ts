import type { ChatCompletionTokenLogprob, ChatOptions, MLCEngine } from '@mlc-ai/web-llm';

type ChatTemplate = NonNullable<ChatOptions['conv_template']>;

/** web-llm's history of one conversation, which renders the prompt. */
export interface Conversation {
  readonly config: ChatTemplate;
  override_system_message?: string;
  appendMessage(role: string, content: string): void;
  appendReplyHeader(role: string): void;
  /** The prompt in pieces: web-llm tokenizes each on its own. */
  getPromptArray(): readonly string[];
}

/** Where a model keeps what it has read, a GPU object of TVM. */
type KvState = object;

/**
 * What we use of `LLMChatPipeline`, the private inside of an `MLCEngine`. All of web-llm that is not public and that
 * answers depend on stands here; the tests of generation fail when an update moves it.
 */
export interface ChatPipeline {
  readonly tokenizer: { encode(text: string): Int32Array };
  /** The very object that each request's conversation is made from. */
  readonly config: { readonly conv_template: ChatTemplate; conv_config: Partial<ChatTemplate> | undefined };
  getConversationObject(): Conversation;
  /** One for each token of the answer under way, its end included. */
  getTokenLogprobArray(): readonly ChatCompletionTokenLogprob[];

  /** Tokens of the answer under way, its end left out. */
  readonly outputIds: readonly number[];
  /** Tokens that the KV cache holds. */
  filledKVCacheLength: number;
  readonly kvCache: KvState | undefined;
  /** Of models with recurrent layers, whose past can't be cut. */
  readonly rnnState: KvState | undefined;
  /** -1 where the model has no sliding window. */
  readonly slidingWindowSize: number;
  readonly tvm: {
    scalar(value: number, type: 'int32' | 'int64'): object;
    beginScope(): void;
    endScope(): void;
    getGlobalFunc(name: string): (...args: readonly object[]) => void;
  };
  /** Empties the KV cache. */
  resetKVCache(): void;
  /** The tokens to prefill, and how many these are; the third value is about images. */
  getInputData(): Promise<readonly [data: readonly unknown[], tokens: number, getEmbedSize: unknown]>;
}

/** The private part of `MLCEngine` that holds a model's pipeline. */
interface EngineInside {
  readonly loadedModelIdToPipeline: ReadonlyMap<string, ChatPipeline>;
}

/** @throws Error where web-llm has not loaded this variant */
export function chatPipeline(engine: MLCEngine, variantId: string): ChatPipeline {
  const pipeline = (engine as unknown as EngineInside).loadedModelIdToPipeline.get(variantId);
  if (pipeline === undefined) throw new Error(`web-llm has no pipeline for ${variantId}`);
  return pipeline;
}
