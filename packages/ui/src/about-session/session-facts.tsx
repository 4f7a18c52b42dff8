import type { EngineSnapshot, GpuMemoryUse } from '@tabmind/engine';
import { type JSX, Show } from 'solid-js';
import { formatBytes } from '../format/bytes.js';
import { stateWord } from '../format/state-word.js';

export interface SessionFactsProps {
  readonly snapshot: EngineSnapshot;
  readonly memory: GpuMemoryUse;
}

/** What runs just now, and what it takes of the GPU. */
export function SessionFacts(props: SessionFactsProps): JSX.Element {
  const ready = () => (props.snapshot.state === 'ready' ? props.snapshot : undefined);
  const model = () => ('model' in props.snapshot ? props.snapshot.model : null);
  const memory = () => {
    const { allocatedBytes, peakBytes } = props.memory;
    if (allocatedBytes === 0) return 'none in use';
    return `${formatBytes(allocatedBytes)} in use · ${formatBytes(peakBytes)} at its peak`;
  };

  return (
    <dl class="tm tm-session-facts">
      <div>
        <dt>Model</dt>
        <dd>
          {ready()?.model.name ?? [model()?.name, stateWord(props.snapshot).toLowerCase()].filter(Boolean).join(', ')}
        </dd>
      </div>
      <Show when={ready()}>
        {(running) => (
          <>
            <div>
              <dt>Build</dt>
              <dd class="tm-session-code">{running().variantId}</dd>
            </div>
            <div>
              <dt>Context window</dt>
              <dd>{running().contextWindow.toLocaleString('en')} tokens</dd>
            </div>
          </>
        )}
      </Show>
      <div>
        <dt>GPU memory</dt>
        <dd>{memory()}</dd>
      </div>
    </dl>
  );
}
