import type { Engine, GpuMemoryUse, SessionTimes } from '@tabmind/engine';
import { type Accessor, createSignal, onCleanup } from 'solid-js';

export interface Session {
  readonly times: SessionTimes;
  readonly memory: GpuMemoryUse;
  /** When this was read, in milliseconds of `performance.now()`. */
  readonly nowMs: number;
}

/** Milliseconds: the first text and the memory change without a word of the engine's. */
const READ_EVERY = 1000;

/** A session's figures, read with every change of the engine and each second, until the owner that called this ends. */
export function createSession(
  engine: Pick<Engine, 'subscribe' | 'getSessionTimes' | 'getGpuMemory'>,
): Accessor<Session> {
  const read = (): Session => ({
    times: engine.getSessionTimes(),
    memory: engine.getGpuMemory(),
    nowMs: performance.now(),
  });
  const [session, setSession] = createSignal(read());
  const readAgain = () => setSession(read());
  const timer = setInterval(readAgain, READ_EVERY);
  onCleanup(engine.subscribe(readAgain));
  onCleanup(() => clearInterval(timer));
  return session;
}
