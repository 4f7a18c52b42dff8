import { errorData } from '../errors/error-data.js';
import type { Command } from '../protocol/commands.js';
import type { HostEvent } from '../protocol/host-event.js';
import type { HostPort } from '../protocol/host-port.js';

const result = {
  prefilledTokens: 1,
  completionTokens: 1,
  tokensPerSecond: 1,
  timeToFirstTokenSeconds: 0,
} as const;

/** A host that keeps the protocol's promises, one step at a time, in whatever order it is told to. */
export interface LawfulHost extends HostPort {
  /** What it could say next, given the commands so far. */
  possible(): readonly HostEvent[];
  say(event: HostEvent): void;
}

/** Every load ends in ready, failed or cancelled; every answer in done or failed; every unload in unloaded. */
export function createLawfulHost(): LawfulHost {
  const listeners = new Set<(event: HostEvent) => void>();
  let load: { readonly loadId: string; step: number; isCancelled: boolean } | null = null;
  let generation: { readonly id: string; isStopped: boolean } | null = null;
  let unloads = 0;
  let lateCancels: string[] = [];
  const fault = errorData('http-status', 'The host answered 500.');

  function obey(command: Command): void {
    switch (command.type) {
      case 'model.load':
        load = { loadId: command.loadId, step: 0, isCancelled: false };
        break;
      case 'model.cancel':
        if (load?.loadId === command.loadId) load.isCancelled = true;
        else lateCancels.push(command.loadId);
        break;
      case 'model.unload':
        unloads += 1;
        break;
      case 'generation.start':
        generation = { id: command.generationId, isStopped: false };
        break;
      case 'generation.stop':
        if (generation?.id === command.generationId) generation.isStopped = true;
        break;
      case 'generation.credit':
        break;
    }
  }

  function loadEvents(): HostEvent[] {
    if (load === null) return [];
    const { loadId, step, isCancelled } = load;
    if (isCancelled) return [{ type: 'model.cancelled', loadId }];
    const steps: HostEvent[] = [
      { type: 'model.checked', loadId, variantId: 'v', totalBytes: 9, totalIsExact: true, storedBytes: 0 },
      { type: 'download.done', loadId, totalBytes: 9 },
      { type: 'load.done', loadId },
      { type: 'model.ready', loadId, variantId: 'v', contextWindow: 1024 },
    ];
    const next = steps[step];
    return [...(next === undefined ? [] : [next]), { type: 'model.failed', loadId, error: fault }];
  }

  function generationEvents(): HostEvent[] {
    if (generation === null) return [];
    const { id: generationId, isStopped } = generation;
    const done: HostEvent = {
      type: 'generation.done',
      generationId,
      result: { ...result, finishReason: isStopped ? 'abort' : 'stop' },
    };
    return isStopped ? [done] : [{ type: 'generation.delta', generationId, text: 'a' }, done];
  }

  return {
    post: obey,
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => listeners.clear(),
    possible: () => [
      ...loadEvents(),
      ...generationEvents(),
      ...(unloads > 0 ? [{ type: 'model.unloaded' } as const] : []),
      ...lateCancels.map((loadId) => ({ type: 'model.cancelled', loadId }) as const),
      { type: 'host.crashed', error: errorData('worker-crashed', 'The worker has stopped.') },
    ],
    say(event) {
      if (event.type === 'host.crashed') {
        load = null;
        generation = null;
        unloads = 0;
        lateCancels = [];
      } else if (event.type === 'model.unloaded') {
        unloads -= 1;
      } else if (event.type === 'generation.done') {
        generation = null;
      } else if (event.type === 'model.cancelled' && load?.loadId !== event.loadId) {
        lateCancels = lateCancels.filter((id) => id !== event.loadId);
      } else if (event.type === 'model.ready' || event.type === 'model.failed' || event.type === 'model.cancelled') {
        load = null;
      } else if (load !== null && 'loadId' in event) {
        load.step += 1;
      }
      for (const listener of [...listeners]) listener(event);
    },
  };
}
