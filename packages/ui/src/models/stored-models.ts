import type { Engine } from '@tabmind/engine';
import { type Accessor, createEffect, createSignal, on, onCleanup } from 'solid-js';

/**
 * The ids of the models that are whole on this device; `null` until that is known, and where the browser doesn't tell.
 *
 * @param changes what is followed: with each change of it, the store is looked at again
 */
export function createStoredModels(
  engine: Pick<Engine, 'storage'>,
  changes: Accessor<string>,
): Accessor<ReadonlySet<string> | null> {
  const [stored, setStored] = createSignal<ReadonlySet<string> | null>(null);
  createEffect(
    on(changes, () => {
      const abort = new AbortController();
      onCleanup(() => abort.abort());
      engine.storage.list({ signal: abort.signal }).then(
        (models) => {
          if (abort.signal.aborted) return;
          const whole = models.filter(({ completeness }) => completeness === 'complete');
          setStored(new Set(whole.map(({ modelId }) => modelId)));
        },
        // Without an answer nothing is offered that it would decide; a load tells of the store's trouble.
        () => {},
      );
    }),
  );
  return stored;
}
