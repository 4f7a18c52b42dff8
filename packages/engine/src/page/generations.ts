import { EngineError, type EngineErrorData } from '../errors/engine-error.js';
import { abortError } from '../errors/error-data.js';
import type { GenerationNews } from '../machine/engine-event.js';
import type { GenerationResult } from '../protocol/chat.js';
import { DeltaQueue } from './delta-queue.js';
import type { GenerateOptions } from './engine.js';

interface Generation {
  readonly queue: DeltaQueue;
  readonly options: GenerateOptions;
}

/** The answers under way on this page, by id: what the host tells of each goes to whoever iterates it. */
export class Generations {
  readonly #underWay = new Map<string, Generation>();
  #count = 0;

  open(options: GenerateOptions): { readonly generationId: string; readonly queue: DeltaQueue } {
    this.#count += 1;
    const generationId = `generation-${this.#count}`;
    const queue = new DeltaQueue();
    this.#underWay.set(generationId, { queue, options });
    return { generationId, queue };
  }

  isUnderWay(generationId: string): boolean {
    return this.#underWay.has(generationId);
  }

  deliver(news: GenerationNews): void {
    const generation = this.#underWay.get(news.generationId);
    if (generation === undefined) return;
    if (news.type === 'generation.delta') {
      generation.queue.push(news.text);
    } else {
      const { promptTokens, contextWindow, droppedMessages } = news;
      generation.options.onContext?.({ promptTokens, contextWindow, droppedMessages });
    }
  }

  succeeded(generationId: string, result: GenerationResult): void {
    const generation = this.#close(generationId);
    generation?.options.onFinish?.(result);
    if (result.finishReason === 'abort') generation?.queue.fail(abortError());
    else generation?.queue.finish();
  }

  failed(generationId: string, error: EngineErrorData): void {
    this.#close(generationId)?.queue.fail(new EngineError(error));
  }

  abortAll(): void {
    for (const generationId of [...this.#underWay.keys()]) this.#close(generationId)?.queue.fail(abortError());
  }

  #close(generationId: string): Generation | undefined {
    const generation = this.#underWay.get(generationId);
    this.#underWay.delete(generationId);
    return generation;
  }
}
