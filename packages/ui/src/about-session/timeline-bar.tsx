import { For, type JSX } from 'solid-js';
import { rowNames } from './session-words.js';
import type { TimelineRow } from './timeline-rows.js';

/**
 * Each part as wide as it was long; a person's own time is a mark between them. A part too narrow for its name has none
 * here. Beside a table of the same figures: never read aloud.
 */
export function TimelineBar(props: { readonly rows: readonly TimelineRow[] }): JSX.Element {
  return (
    <div class="tm-session-bar" aria-hidden="true">
      <For each={props.rows}>
        {({ kind, milliseconds, standing }) => (
          <div class="tm-session-part" data-kind={kind} data-standing={standing} style={{ '--tm-time': milliseconds }}>
            <div class="tm-session-fill" />
            <div class="tm-session-name">{kind !== 'own' && <span>{rowNames[kind]}</span>}</div>
          </div>
        )}
      </For>
    </div>
  );
}
