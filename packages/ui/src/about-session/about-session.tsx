import type { Engine } from '@tabmind/engine';
import { createMemo, type JSX } from 'solid-js';
import { createEngineState } from '../engine-state/create-engine-state.js';
import { createSession } from './create-session.js';
import { SessionFacts } from './session-facts.jsx';
import { SessionTimeline } from './session-timeline.jsx';

export interface AboutSessionProps {
  readonly engine: Pick<Engine, 'getSnapshot' | 'subscribe' | 'getSessionTimes' | 'getGpuMemory'>;
}

/** How long this page's first word took and why, and what runs in it now. */
export function AboutSession(props: AboutSessionProps): JSX.Element {
  const snapshot = createEngineState(props.engine);
  const session = createSession(props.engine);
  const times = createMemo(() => session().times);
  const memory = createMemo(() => session().memory);
  const isUnderWay = () => times().parts.some(({ endMs }) => endMs === null);

  return (
    <section class="tm tm-session" aria-label="About this session">
      <h2>About this session</h2>
      <SessionTimeline times={times()} nowMs={isUnderWay() ? session().nowMs : undefined} />
      <SessionFacts snapshot={snapshot()} memory={memory()} />
    </section>
  );
}
