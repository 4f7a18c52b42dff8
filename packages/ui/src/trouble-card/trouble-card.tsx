import type { StorageShortage } from '@tabmind/engine';
import { type JSX, Show } from 'solid-js';
import { shortageLine } from '../format/shortage-line.js';
import { Icon } from '../icon/icon.jsx';

export interface TroubleCardProps {
  /** One sentence: what happened. */
  readonly message: string;
  /** The technical reason, folded in. */
  readonly detail?: string | null;
  /** The figures where the browser's storage is too small. */
  readonly shortage?: StorageShortage | undefined;
  /** Where screen readers are told of it at once. @default here */
  readonly announced?: 'here' | 'elsewhere';
  /** Offers a button where given. */
  readonly onRetry?: (() => void) | undefined;
  /** Offers a button where given. */
  readonly onDismiss?: (() => void) | undefined;
}

/** Trouble, told where it happened, with the buttons that help. */
export function TroubleCard(props: TroubleCardProps): JSX.Element {
  return (
    <div class="tm tm-trouble" role={props.announced === 'elsewhere' ? undefined : 'alert'}>
      <Icon name="trouble" />
      <div class="tm-trouble-message">
        <p>{props.message}</p>
        <Show when={props.shortage}>{(shortage) => <p class="tm-trouble-figures">{shortageLine(shortage())}</p>}</Show>
      </div>
      <div class="tm-trouble-actions">
        <Show when={props.onRetry}>
          {(retry) => (
            <button type="button" class="tm-button" onClick={() => retry()()}>
              Retry
            </button>
          )}
        </Show>
        <Show when={props.onDismiss}>
          {(dismiss) => (
            <button type="button" class="tm-button" data-kind="icon" aria-label="Dismiss" onClick={() => dismiss()()}>
              <Icon name="close" />
            </button>
          )}
        </Show>
      </div>
      <Show when={props.detail}>
        {(detail) => (
          <details class="tm-trouble-detail">
            <summary>Technical detail</summary>
            <pre>{detail()}</pre>
          </details>
        )}
      </Show>
    </div>
  );
}
