import type { ChatCompletionFinishReason, CompletionUsage, MLCEngine } from '@mlc-ai/web-llm';
import { engineError, isAbort, toErrorData } from '../errors/error-data.js';
import type { FinishReason, SamplingOptions } from '../protocol/chat.js';
import type { Command } from '../protocol/commands.js';
import type { HostEvent } from '../protocol/host-event.js';
import { CreditWindow } from './credit-window.js';
import { fitHistory } from './fit-history.js';
import { tokenCounter } from './token-counter.js';
import { fromWebLlm } from './web-llm-errors.js';

type StartCommand = Extract<Command, { type: 'generation.start' }>;

/** The model that answers. */
export interface LoadedModel {
  readonly variantId: string;
  readonly contextWindow: number;
}

/** Share of the window that is kept free for the answer where no length was asked for. */
const ANSWER_SHARE = 0.25;

/** One answer at a time, its text pushed to the page as it is made. */
export class GenerationRunner {
  readonly #tell: (event: HostEvent) => void;
  readonly #onDeviceLost: (reason: string) => void;
  #current: { readonly id: string; readonly credit: CreditWindow; isStopped: boolean } | null = null;
  #finished: Promise<void> = Promise.resolve();
  #droppedBefore = 0;

  /** @param onDeviceLost called in place of telling an answer's failure where the device was lost under it */
  constructor(tell: (event: HostEvent) => void, onDeviceLost: (reason: string) => void) {
    this.#tell = tell;
    this.#onDeviceLost = onDeviceLost;
  }

  start(engine: MLCEngine, model: LoadedModel, command: StartCommand): void {
    const { generationId } = command;
    const current = { id: generationId, credit: new CreditWindow(), isStopped: false };
    this.#current = current;
    this.#finished = this.#run(engine, model, command, current)
      .catch((thrown: unknown) => {
        // A lost device ends web-llm's stream in the browser's own abort, which nobody asked for.
        if (isAbort(thrown)) this.#onDeviceLost(String(thrown));
        else this.#tell({ type: 'generation.failed', generationId, error: toErrorData(fromWebLlm(thrown)) });
      })
      .finally(() => {
        this.#current = null;
      });
  }

  grant(generationId: string, deltas: number): void {
    if (this.#current?.id === generationId) this.#current.credit.grant(deltas);
  }

  /** Resolves when the answer has ended and the engine is free. */
  async stop(engine: MLCEngine): Promise<void> {
    if (this.#current !== null) {
      this.#current.isStopped = true;
      this.#current.credit.open();
      await engine.interruptGenerate();
    }
    await this.#finished;
  }

  async #run(
    engine: MLCEngine,
    model: LoadedModel,
    { generationId, messages, sampling }: StartCommand,
    current: { readonly credit: CreditWindow; readonly isStopped: boolean },
  ): Promise<void> {
    const startedAt = performance.now();
    if (messages.at(-1)?.role !== 'user') {
      throw engineError('invalid-request', 'The last message of a conversation must be a person’s.');
    }
    const { contextWindow } = model;
    const answer = Math.min(sampling.maxTokens ?? contextWindow * ANSWER_SHARE, contextWindow / 2);
    const count = tokenCounter(engine, model.variantId);
    const fitted = fitHistory(messages, count, contextWindow - answer, this.#droppedBefore);
    const { promptTokens, droppedMessages } = fitted;
    this.#droppedBefore = droppedMessages;
    this.#tell({ type: 'generation.started', generationId, promptTokens, contextWindow, droppedMessages });

    const stream = await engine.chat.completions.create({
      messages: [...fitted.messages],
      stream: true,
      stream_options: { include_usage: true },
      ...webLlmSampling(sampling),
    });
    let firstTextAt: number | null = null;
    let reason: ChatCompletionFinishReason | null = null;
    let usage: CompletionUsage | undefined;
    for await (const chunk of stream) {
      const [choice] = chunk.choices;
      reason = choice?.finish_reason ?? reason;
      usage = chunk.usage ?? usage;
      const text = choice?.delta.content;
      if (!text || current.isStopped) continue;
      firstTextAt ??= performance.now();
      this.#tell({ type: 'generation.delta', generationId, text });
      await current.credit.take();
    }
    this.#tell({
      type: 'generation.done',
      generationId,
      result: {
        finishReason: current.isStopped ? 'abort' : finishReason(reason),
        prefilledTokens: usage?.prompt_tokens ?? 0,
        completionTokens: usage?.completion_tokens ?? 0,
        tokensPerSecond: usage?.extra.decode_tokens_per_s ?? 0,
        timeToFirstTokenSeconds: ((firstTextAt ?? performance.now()) - startedAt) / 1000,
      },
    });
  }
}

/** What is not set stays unset, so that the model's own defaults hold. */
function webLlmSampling({ temperature, topP, maxTokens, seed, stop }: SamplingOptions) {
  return {
    ...(temperature !== undefined && { temperature }),
    ...(topP !== undefined && { top_p: topP }),
    ...(maxTokens !== undefined && { max_tokens: maxTokens }),
    ...(seed !== undefined && { seed }),
    ...(stop !== undefined && { stop: [...stop] }),
  };
}

function finishReason(reason: ChatCompletionFinishReason | null): FinishReason {
  return reason === 'length' || reason === 'abort' ? reason : 'stop';
}
