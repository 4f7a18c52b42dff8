import type { Engine } from '@tabmind/engine';
import { createScriptedEngine, type ScriptedHost } from '@tabmind/engine/testing';

/** Brings an engine into the state that a story is about: what a person asks, and what the host then says. */
export type Steps = (engine: Engine, host: ScriptedHost) => void;

/** A real engine over a scripted host, after these steps, one after the other. */
export function stagedEngine(...steps: readonly Steps[]): Engine {
  const { engine, host } = createScriptedEngine();
  for (const step of steps) step(engine, host);
  return engine;
}
