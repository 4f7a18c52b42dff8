import type { Command } from '../protocol/commands.js';
import type { HostEvent } from '../protocol/host-event.js';
import type { HostPort } from '../protocol/host-port.js';

type WithoutIds<Event> = Event extends unknown ? Omit<Event, 'loadId' | 'generationId'> : never;

/** A host that says what a script tells it to. */
export interface ScriptedHost extends HostPort {
  /** Every command that the engine gave, oldest first. */
  readonly commands: readonly Command[];
  /** Tells the engine this, as the answer to the last load or generation that it asked for. */
  reply(event: WithoutIds<HostEvent>): void;
  /** Whether the engine has closed its line. */
  readonly isClosed: boolean;
}

export function createScriptedHost(): ScriptedHost {
  const commands: Command[] = [];
  const listeners = new Set<(event: HostEvent) => void>();
  let isClosed = false;
  const lastId = (type: 'model.load' | 'generation.start') => {
    const command = commands.findLast((candidate) => candidate.type === type);
    if (command?.type === 'model.load') return command.loadId;
    return command?.type === 'generation.start' ? command.generationId : '';
  };
  return {
    commands,
    get isClosed() {
      return isClosed;
    },
    post(command) {
      commands.push(command);
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {
      isClosed = true;
      listeners.clear();
    },
    reply(event) {
      const ids = { loadId: lastId('model.load'), generationId: lastId('generation.start') };
      const full = { ...event, ...ids } as HostEvent;
      for (const listener of [...listeners]) listener(full);
    },
  };
}
