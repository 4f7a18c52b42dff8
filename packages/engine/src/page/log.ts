import type { LogLevel } from '../protocol/settings.js';
import type { MachineView } from './machine-view.js';

/** What the page's side of an engine writes to the console. */
export interface Log {
  /** States. */
  info(text: string): void;
  /** What goes to the host and comes from it, by type. */
  debug(text: string): void;
}

const LEVELS: readonly LogLevel[] = ['silent', 'error', 'warn', 'info', 'debug'];

export function consoleLog(level: LogLevel): Log {
  const isOn = (wanted: LogLevel) => LEVELS.indexOf(wanted) <= LEVELS.indexOf(level);
  const quiet = () => undefined;
  return {
    // biome-ignore lint/suspicious/noConsole: what it is for
    info: isOn('info') ? (text) => console.info(`tabmind: ${text}`) : quiet,
    // biome-ignore lint/suspicious/noConsole: what it is for
    debug: isOn('debug') ? (text) => console.debug(`tabmind: ${text}`) : quiet,
  };
}

export function logStates({ getSnapshot, subscribe }: Pick<MachineView, 'getSnapshot' | 'subscribe'>, log: Log): void {
  let { path } = getSnapshot();
  subscribe((snapshot) => {
    if (snapshot.path !== path) log.info(snapshot.path);
    path = snapshot.path;
  });
}

export function isLogLevel(value: unknown): value is LogLevel {
  return LEVELS.some((level) => level === value);
}
