import { For, type JSX } from 'solid-js';
import type { Opening } from './starters.js';

export interface EmptyChatProps {
  readonly opening: Opening;
  readonly onStart: (text: string) => void;
}

/** A greeting and a few first questions. */
export function EmptyChat(props: EmptyChatProps): JSX.Element {
  return (
    <div class="tm tm-empty">
      <h2>{props.opening.greeting}</h2>
      <p>{props.opening.sentence}</p>
      <ul aria-label="Questions to start with">
        <For each={props.opening.starters}>
          {(starter) => (
            <li>
              <button type="button" class="tm-starter" onClick={() => props.onStart(starter)}>
                {starter}
              </button>
            </li>
          )}
        </For>
      </ul>
    </div>
  );
}
