import type { Command } from './commands.js';
import type { HostEvent } from './host-event.js';

/** The line between a page and its host: a dedicated worker, a shared one, or a script in a test. */
export interface HostPort {
  post(command: Command): void;
  /** Every event from now on, in order. Returns the way to stop listening. */
  listen(listener: (event: HostEvent) => void): () => void;
  /** Ends the host where it is this page's own. Nothing is told after this. */
  close(): void;
}
