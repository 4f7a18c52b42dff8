import type { EngineError } from '@tabmind/engine';
import { createUniqueId, type JSX, Show } from 'solid-js';
import { TroubleCard } from '../trouble-card/trouble-card.jsx';

export interface OwnModelFieldProps {
  readonly label: string;
  readonly hint: string;
  readonly example: string;
  readonly value: string;
  readonly error: EngineError | null;
  readonly isReadOnly: boolean;
  readonly onInput: (value: string) => void;
  readonly ref?: (input: HTMLInputElement) => void;
}

/** An address to type or paste, with what is wrong with it below. */
export function OwnModelField(props: OwnModelFieldProps): JSX.Element {
  const id = createUniqueId();
  return (
    <div class="tm-own-model-field">
      <label for={`${id}-input`}>{props.label}</label>
      <p id={`${id}-hint`}>{props.hint}</p>
      <input
        ref={(input) => props.ref?.(input)}
        id={`${id}-input`}
        type="text"
        inputmode="url"
        autocomplete="off"
        autocapitalize="none"
        spellcheck={false}
        placeholder={props.example}
        value={props.value}
        readOnly={props.isReadOnly}
        aria-invalid={props.error === null ? undefined : 'true'}
        aria-describedby={props.error === null ? `${id}-hint` : `${id}-hint ${id}-error`}
        onInput={({ currentTarget }) => props.onInput(currentTarget.value)}
      />
      <Show when={props.error}>
        {(error) => (
          <div id={`${id}-error`}>
            <TroubleCard error={error()} />
          </div>
        )}
      </Show>
    </div>
  );
}
