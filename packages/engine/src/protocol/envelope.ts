import type { Command } from './commands.js';
import type { HostEvent } from './host-event.js';

/**
 * Our messages travel in an envelope of their own, since web-llm's client and handler use the same channel:
 * a message without this key is theirs.
 */
export interface Envelope<Body extends Command | HostEvent> {
  readonly tabmind: Body;
}

export function isEnvelope<Body extends Command | HostEvent>(data: unknown): data is Envelope<Body> {
  return typeof data === 'object' && data !== null && 'tabmind' in data;
}
