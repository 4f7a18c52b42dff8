import type { GenerationResult } from '../protocol/chat.js';
import type { Command } from '../protocol/commands.js';
import type { HostEvent } from '../protocol/host-event.js';
import type { HostPort } from '../protocol/host-port.js';
import { sampleResult } from './sample-result.js';

/** The ids that say which request an event belongs to. */
interface Ids {
  readonly loadId: string;
  readonly downloadId: string;
  readonly requestId: string;
  readonly generationId: string;
}

type IdsOptional<Event> = Event extends unknown ? Omit<Event, keyof Ids> & Partial<Ids> : never;

type ScriptedEvent =
  | IdsOptional<Exclude<HostEvent, { type: 'generation.done' }>>
  | (Partial<Ids> & { readonly type: 'generation.done'; readonly result: Partial<GenerationResult> });

/** A host that says what a script tells it to. */
export interface ScriptedHost extends HostPort {
  /** Every command that the engine gave, oldest first. */
  readonly commands: readonly Command[];
  /**
   * Tells the engine this, as the answer to the last load, background download, storage request or generation that it
   * asked for; an id in the event names an older one. What an answer's result leaves out is that of a short answer.
   */
  reply(event: ScriptedEvent): void;
  /** Whether the engine has closed its line. */
  readonly isClosed: boolean;
}

export function createScriptedHost(): ScriptedHost {
  const commands: Command[] = [];
  const listeners = new Set<(event: HostEvent) => void>();
  let isClosed = false;
  const last = <Type extends Command['type']>(type: Type) =>
    commands.findLast((command): command is Extract<Command, { type: Type }> => command.type === type);
  const lastIds = (): Ids => ({
    loadId: last('model.load')?.loadId ?? '',
    downloadId: last('background.start')?.downloadId ?? '',
    requestId: last('request.start')?.requestId ?? '',
    generationId: last('generation.start')?.generationId ?? '',
  });
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
      const full = { ...lastIds(), ...event } as HostEvent;
      if (full.type === 'generation.done') Object.assign(full, { result: { ...sampleResult, ...full.result } });
      for (const listener of [...listeners]) listener(full);
    },
  };
}
