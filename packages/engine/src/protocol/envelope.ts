import type { Command } from './commands.js';
import type { HostEvent } from './host-event.js';
import type { HostSignal } from './host-signal.js';

/**
 * Our messages travel in an envelope of their own, since web-llm's client and handler use the same channel:
 * a message without this key is theirs.
 */
export interface Envelope<Body extends Command | HostEvent | HostSignal> {
  readonly tabmind: Body;
}

export function isEnvelope<Body extends Command | HostEvent | HostSignal>(data: unknown): data is Envelope<Body> {
  return typeof data === 'object' && data !== null && 'tabmind' in data;
}
