import type { Engine, EngineSnapshot } from '@tabmind/engine';
import { type Accessor, createSignal, onCleanup } from 'solid-js';

/** The engine's present snapshot as a signal. The subscription ends with the owner that called this. */
export function createEngineState(engine: Pick<Engine, 'getSnapshot' | 'subscribe'>): Accessor<EngineSnapshot> {
  const [snapshot, setSnapshot] = createSignal(engine.getSnapshot());
  onCleanup(engine.subscribe(setSnapshot));
  return snapshot;
}
