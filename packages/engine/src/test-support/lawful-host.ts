import { errorData } from '../errors/error-data.js';
import type { HostEvent } from '../protocol/host-event.js';
import type { HostPort } from '../protocol/host-port.js';
import { lawfulDownloads } from './lawful-downloads.js';
import { lawfulGenerations } from './lawful-generations.js';
import { lawfulLoads } from './lawful-loads.js';
import type { LawfulPart } from './lawful-part.js';
import { lawfulStorage } from './lawful-storage.js';

/** A host that keeps the protocol's promises, one step at a time, in whatever order it is told to. */
export interface LawfulHost extends HostPort {
  /** What it could say next, given the commands so far. */
  possible(): readonly HostEvent[];
  say(event: HostEvent): void;
  /** Whether the engine has closed its line. */
  readonly isClosed: boolean;
}

export function createLawfulHost(): LawfulHost {
  const listeners = new Set<(event: HostEvent) => void>();
  let isClosed = false;
  const parts: readonly LawfulPart[] = [lawfulLoads(), lawfulGenerations(), lawfulDownloads(), lawfulStorage()];
  const crash: HostEvent = { type: 'host.crashed', error: errorData('worker-crashed', 'The worker has stopped.') };
  return {
    post(command) {
      for (const part of parts) part.obey(command);
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {
      isClosed = true;
      listeners.clear();
    },
    get isClosed() {
      return isClosed;
    },
    possible: () => [...parts.flatMap((part) => part.possible()), crash],
    say(event) {
      for (const part of parts) {
        if (event === crash) part.crash();
        else part.said(event);
      }
      for (const listener of [...listeners]) listener(event);
    },
  };
}
