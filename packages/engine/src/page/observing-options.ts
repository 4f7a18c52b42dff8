import type { InspectionEvent } from 'xstate';
import type { LogLevel } from '../protocol/settings.js';

/** What of an engine is told to whoever looks into it. */
export interface ObservingOptions {
  /** Every event, snapshot and actor of the machine, as XState tells them: for logs, and for its inspectors. */
  readonly inspect?: ((event: InspectionEvent) => void) | undefined;
  /**
   * What the engine and web-llm write to the console: `warn` (where left out) and worse; `info` adds states, `debug` the
   * types of what goes between page and worker. Never a word of a conversation.
   */
  readonly logLevel?: LogLevel | undefined;
}
