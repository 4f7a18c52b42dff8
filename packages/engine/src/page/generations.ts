import { EngineError, type EngineErrorData } from '../errors/engine-error.js';
import { abortError } from '../errors/error-data.js';
import type { GenerationNews, GenerationRequest } from '../machine/engine-event.js';
import type { ChatMessage, GenerationResult, SamplingOptions } from '../protocol/chat.js';
import { continuedRequest } from './continued-request.js';
import { DeltaQueue } from './delta-queue.js';
import type { GenerateOptions } from './engine.js';

/** Who listens to an answer. */
type Listeners = Pick<GenerateOptions, 'onContext' | 'onFinish'>;

interface Generation {
  readonly request: GenerationRequest;
  readonly listeners: Listeners;
  readonly queue: DeltaQueue;
  /** All text that the host has pushed, and in how many pieces; a piece is a token, or a few. */
  text: string;
  pieces: number;
  /** Pieces that came before the loss that it went on after. */
  piecesBefore: number;
  isContextTold: boolean;
}

/** The answers under way on this page, by id: what the host tells of each goes to whoever iterates it. */
export class Generations {
  readonly #underWay = new Map<string, Generation>();
  #count = 0;

  open(
    messages: readonly ChatMessage[],
    sampling: SamplingOptions,
    listeners: Listeners,
  ): { readonly request: GenerationRequest; readonly queue: DeltaQueue } {
    this.#count += 1;
    const generationId = `generation-${this.#count}`;
    const request = { generationId, messages, sampling };
    const queue = new DeltaQueue();
    const start = { text: '', pieces: 0, piecesBefore: 0, isContextTold: false };
    this.#underWay.set(generationId, { request, listeners, queue, ...start });
    return { request, queue };
  }

  isUnderWay(generationId: string): boolean {
    return this.#underWay.has(generationId);
  }

  /** What the host is asked so that an interrupted answer goes on as the same one; `null` where it can't. */
  continued(generationId: string): GenerationRequest | null {
    const generation = this.#underWay.get(generationId);
    if (generation === undefined) return null;
    generation.piecesBefore = generation.pieces;
    return continuedRequest(generation.request, generation.text, generation.pieces);
  }

  deliver(news: GenerationNews): void {
    const generation = this.#underWay.get(news.generationId);
    if (generation === undefined) return;
    if (news.type === 'generation.delta') {
      generation.text += news.text;
      generation.pieces += 1;
      generation.queue.push(news.text);
    } else if (!generation.isContextTold) {
      generation.isContextTold = true;
      const { promptTokens, contextWindow, droppedMessages } = news;
      generation.listeners.onContext?.({ promptTokens, contextWindow, droppedMessages });
    }
  }

  succeeded(generationId: string, result: GenerationResult): void {
    const generation = this.#close(generationId);
    if (generation === undefined) return;
    const { piecesBefore } = generation;
    // What came before a loss was part of the prompt after it.
    const promptTokens = result.promptTokens - piecesBefore;
    const completionTokens = result.completionTokens + piecesBefore;
    generation.listeners.onFinish?.({ ...result, promptTokens, completionTokens });
    if (result.finishReason === 'abort') generation.queue.fail(abortError());
    else generation.queue.finish();
  }

  failed(generationId: string, error: EngineErrorData): void {
    this.#close(generationId)?.queue.fail(new EngineError(error));
  }

  cancelled(generationId: string): void {
    this.#close(generationId)?.queue.fail(abortError());
  }

  abortAll(): void {
    for (const generationId of [...this.#underWay.keys()]) this.cancelled(generationId);
  }

  #close(generationId: string): Generation | undefined {
    const generation = this.#underWay.get(generationId);
    this.#underWay.delete(generationId);
    return generation;
  }
}
