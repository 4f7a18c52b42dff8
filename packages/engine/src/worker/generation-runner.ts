import type { MLCEngine } from '@mlc-ai/web-llm';
import { isAbort, toErrorData } from '../errors/error-data.js';
import type { Command } from '../protocol/commands.js';
import type { HostEvent } from '../protocol/host-event.js';
import { AnswerTally, answerLogprobs } from './answer-tally.js';
import { type ChatPipeline, chatPipeline } from './chat-pipeline.js';
import { checkRequest } from './check-request.js';
import { beginAnswersWith, splitContinuation } from './continuation.js';
import { CreditWindow } from './credit-window.js';
import { type FittedHistory, fitHistory } from './fit-history.js';
import { PrefixCache } from './prefix-cache.js';
import { promptCounter } from './prompt-counter.js';
import { StopFilter } from './stop-filter.js';
import { fromWebLlm } from './web-llm-errors.js';
import { asRendered, webLlmRequest } from './web-llm-request.js';

type StartCommand = Extract<Command, { type: 'generation.start' }>;

/** The model that answers. */
export interface LoadedModel {
  readonly variantId: string;
  readonly contextWindow: number;
}

/** An answer under way. */
interface Generation {
  readonly id: string;
  readonly credit: CreditWindow;
  isStopped: boolean;
}

/** Share of the window that is kept free for the answer where no length was asked for. */
const ANSWER_SHARE = 0.25;

/** One answer at a time, its text pushed to the page as it is made. */
export class GenerationRunner {
  readonly #tell: (event: HostEvent) => void;
  readonly #onDeviceLost: (reason: string) => void;
  readonly #caches = new WeakMap<ChatPipeline, PrefixCache>();
  #current: Generation | null = null;
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

  async #run(engine: MLCEngine, model: LoadedModel, command: StartCommand, current: Generation): Promise<void> {
    const pipeline = chatPipeline(engine, model.variantId);
    checkRequest(command.messages, command.sampling, 'tool' in pipeline.config.conv_template.roles);
    const cache = this.#caches.get(pipeline) ?? new PrefixCache(pipeline);
    this.#caches.set(pipeline, cache);
    const restoreTemplate = beginAnswersWith(splitContinuation(command.messages).prefix, pipeline);
    try {
      const fitted = await this.#fit(engine, pipeline, model, command);
      await this.#answer(engine, pipeline, fitted, command, current).catch((thrown: unknown) => {
        cache.forget();
        throw thrown;
      });
    } finally {
      restoreTemplate();
    }
  }

  /** Finds out what of the conversation fits, and tells the page. */
  async #fit(
    engine: MLCEngine,
    pipeline: ChatPipeline,
    { contextWindow }: LoadedModel,
    { generationId, messages, sampling }: StartCommand,
  ): Promise<FittedHistory> {
    const answer = Math.min(sampling.maxTokens ?? contextWindow * ANSWER_SHARE, contextWindow / 2);
    const { turns } = splitContinuation(messages);
    const fitted = fitHistory(await asRendered(engine, turns, sampling), promptCounter(pipeline), {
      budget: contextWindow - answer,
      overflow: sampling.overflow ?? 'drop-oldest',
      droppedBefore: this.#droppedBefore,
    });
    const { promptTokens, droppedMessages } = fitted;
    this.#droppedBefore = droppedMessages;
    this.#tell({ type: 'generation.started', generationId, promptTokens, contextWindow, droppedMessages });
    return fitted;
  }

  async #answer(
    engine: MLCEngine,
    pipeline: ChatPipeline,
    { messages, promptTokens }: FittedHistory,
    { generationId, sampling }: StartCommand,
    current: Generation,
  ): Promise<void> {
    const tally = new AnswerTally();
    const filter = new StopFilter([...pipeline.config.conv_template.stop_str, ...(sampling.stop ?? [])]);
    const show = async (text: string) => {
      if (text === '' || current.isStopped) return;
      this.#tell({ type: 'generation.delta', generationId, text });
      await current.credit.take();
    };
    // To web-llm every request is a new conversation; what it would prefill again is in the prefix cache.
    await engine.resetChat();
    const sent = sampling.tools ? messages.filter(({ role }) => role !== 'system') : messages;
    for await (const chunk of await engine.chat.completions.create(webLlmRequest(sent, sampling))) {
      await show(filter.push(tally.add(chunk)));
      // web-llm forgets an interrupt that comes before it has begun.
      if (current.isStopped) await engine.interruptGenerate();
    }
    await show(filter.end(await engine.getMessage()));
    const result = tally.result(promptTokens);
    this.#tell({
      type: 'generation.done',
      generationId,
      result: {
        ...result,
        ...(current.isStopped && { finishReason: 'abort' }),
        ...(sampling.logprobs && {
          logprobs: answerLogprobs(pipeline.getTokenLogprobArray(), sampling.topLogprobs ?? 0),
        }),
      },
    });
  }
}
