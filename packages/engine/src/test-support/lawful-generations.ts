import type { HostEvent } from '../protocol/host-event.js';
import type { LawfulPart } from './lawful-part.js';

const result = {
  prefilledTokens: 1,
  completionTokens: 1,
  tokensPerSecond: 1,
  timeToFirstTokenSeconds: 0,
} as const;

/** Every answer ends in done. */
export function lawfulGenerations(): LawfulPart {
  let generation: { readonly id: string; isStopped: boolean } | null = null;
  return {
    obey(command) {
      if (command.type === 'generation.start') generation = { id: command.generationId, isStopped: false };
      if (command.type === 'generation.stop' && generation?.id === command.generationId) generation.isStopped = true;
    },
    possible() {
      if (generation === null) return [];
      const { id: generationId, isStopped } = generation;
      const done: HostEvent = {
        type: 'generation.done',
        generationId,
        result: { ...result, finishReason: isStopped ? 'abort' : 'stop' },
      };
      return isStopped ? [done] : [{ type: 'generation.delta', generationId, text: 'a' }, done];
    },
    said(event) {
      if (event.type === 'generation.done' || event.type === 'host.crashed') generation = null;
    },
    crash() {
      generation = null;
    },
  };
}
