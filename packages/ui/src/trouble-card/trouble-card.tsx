import { type JSX, Show } from 'solid-js';
import { Icon } from '../icon/icon.jsx';

export interface TroubleCardProps {
  /** One sentence: what happened. */
  readonly message: string;
  /** The technical reason, folded in. */
  readonly detail?: string | null;
  /** Offers a button where given. */
  readonly onRetry?: (() => void) | undefined;
  /** Offers a button where given. */
  readonly onDismiss?: (() => void) | undefined;
}

/** Trouble, told where it happened, with the buttons that help. */
export function TroubleCard(props: TroubleCardProps): JSX.Element {
  return (
    <div class="tm tm-trouble" role="alert">
      <Icon name="trouble" />
      <p class="tm-trouble-message">{props.message}</p>
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
