import type { EngineSnapshot } from '@tabmind/engine';
import { type Accessor, createMemo } from 'solid-js';

/** The id of the model that talks, or comes back when a load is refused; `null` where none was seen to be ready. */
export function createResidentModel(snapshot: Accessor<EngineSnapshot>): Accessor<string | null> {
  return createMemo<string | null>((before) => {
    const now = snapshot();
    if (now.state === 'ready') return now.model.id;
    return now.state === 'idle' || now.state === 'error' ? null : before;
  }, null);
}
