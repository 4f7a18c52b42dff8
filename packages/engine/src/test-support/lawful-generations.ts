import type { HostEvent } from '../protocol/host-event.js';
import { sampleResult } from '../testing/sample-result.js';
import type { LawfulPart } from './lawful-part.js';

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
        result: { ...sampleResult, finishReason: isStopped ? 'abort' : 'stop' },
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
