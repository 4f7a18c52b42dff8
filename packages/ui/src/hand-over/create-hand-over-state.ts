import type { HandOver, HandOverSnapshot } from '@tabmind/engine';
import { type Accessor, createSignal, onCleanup } from 'solid-js';

/** The hand-over's present snapshot as a signal. The subscription ends with the owner that called this. */
export function createHandOverState(handOver: Pick<HandOver, 'getSnapshot' | 'subscribe'>): Accessor<HandOverSnapshot> {
  const [snapshot, setSnapshot] = createSignal(handOver.getSnapshot());
  onCleanup(handOver.subscribe(setSnapshot));
  return snapshot;
}
