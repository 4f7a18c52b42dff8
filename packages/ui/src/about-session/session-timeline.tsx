import type { SessionTimes } from '@tabmind/engine';
import { createMemo, For, type JSX, Show } from 'solid-js';
import { formatShare, formatWait, rowNames, sessionSentence } from './session-words.js';
import { TimelineBar } from './timeline-bar.jsx';
import { timelineRows, waitedIn } from './timeline-rows.js';

export interface SessionTimelineProps {
  readonly times: SessionTimes;
  /** Where a part that is under way has got to, in milliseconds of `performance.now()`. @default its begin */
  readonly nowMs?: number | undefined;
}

/** A session's times: in a sentence, as a bar, and part by part in figures. */
export function SessionTimeline(props: SessionTimelineProps): JSX.Element {
  const nowMs = () => props.nowMs ?? props.times.parts.at(-1)?.startMs ?? 0;
  const rows = createMemo(() => timelineRows(props.times, nowMs()));
  const waited = () => waitedIn(rows());

  return (
    <div class="tm tm-session-timeline">
      <p class="tm-session-sentence">{sessionSentence(props.times, nowMs())}</p>
      <TimelineBar rows={rows()} />
      <table class="tm-session-table">
        <caption class="tm-hidden">What was waited for</caption>
        <thead>
          <tr>
            <th scope="col">Part</th>
            <th scope="col">Time</th>
            <th scope="col">Share</th>
          </tr>
        </thead>
        <tbody>
          <For each={rows()}>
            {({ kind, milliseconds, standing }) => (
              <tr data-kind={kind}>
                <th scope="row">
                  <span class="tm-session-swatch" aria-hidden="true" />
                  {rowNames[kind]}
                </th>
                <td>{formatWait(milliseconds, 2)}</td>
                <Show when={kind !== 'own'} fallback={<td>not counted</td>}>
                  <td>{standing === 'under-way' ? 'so far' : formatShare(milliseconds, waited())}</td>
                </Show>
              </tr>
            )}
          </For>
        </tbody>
        <Show when={rows().length > 1}>
          <tfoot>
            <tr>
              <th scope="row">Waited</th>
              <td>{formatWait(waited(), 2)}</td>
              <td />
            </tr>
          </tfoot>
        </Show>
      </table>
    </div>
  );
}
