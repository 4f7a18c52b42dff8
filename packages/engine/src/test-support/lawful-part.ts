import type { Command } from '../protocol/commands.js';
import type { HostEvent } from '../protocol/host-event.js';

/** One part of a host: what it was told, what it may say next, and what it then has said. */
export interface LawfulPart {
  obey(command: Command): void;
  possible(): readonly HostEvent[];
  said(event: HostEvent): void;
  /** Everything is gone with the host. */
  crash(): void;
}
