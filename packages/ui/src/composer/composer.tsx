import { createSignal, type JSX, onMount, Show } from 'solid-js';
import { Icon } from '../icon/icon.jsx';

export interface ComposerProps {
  /** `answering` shows Stop; `waiting` lets people write, but not send yet. */
  readonly state: 'ready' | 'waiting' | 'answering';
  readonly text: string;
  readonly onInput: (text: string) => void;
  /** Called with text that is not blank, in the state `ready` only. */
  readonly onSend: (text: string) => void;
  readonly onStop: () => void;
  /** Hands out the text box, to focus it. */
  readonly ref?: (box: HTMLTextAreaElement) => void;
}

/** The message box: it grows with the text. Enter sends, Shift+Enter breaks. */
export function Composer(props: ComposerProps): JSX.Element {
  let box!: HTMLTextAreaElement;
  onMount(() => props.ref?.(box));
  const [composing, setComposing] = createSignal(false);
  const sendable = () => props.state === 'ready' && props.text.trim() !== '';
  const send = () => {
    if (sendable()) props.onSend(props.text);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || composing()) return;
    event.preventDefault();
    send();
  };

  return (
    <form
      class="tm tm-composer"
      data-state={props.state}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <div class="tm-composer-grow" data-text={props.text}>
        <textarea
          ref={box}
          rows="1"
          aria-label="Message"
          placeholder="Write a message"
          enterkeyhint="send"
          dir="auto"
          value={props.text}
          onInput={(event) => props.onInput(event.currentTarget.value)}
          onKeyDown={onKeyDown}
          onCompositionStart={() => setComposing(true)}
          onCompositionEnd={() => setComposing(false)}
        />
      </div>
      <Show
        when={props.state === 'answering'}
        fallback={
          <button
            type="submit"
            class="tm-button"
            data-kind="primary"
            aria-label="Send"
            title="Send (Enter)"
            disabled={!sendable()}
          >
            <Icon name="send" />
          </button>
        }
      >
        <button
          type="button"
          class="tm-button"
          data-kind="primary"
          aria-label="Stop"
          title="Stop (Esc)"
          onClick={() => props.onStop()}
        >
          <Icon name="stop" />
        </button>
      </Show>
    </form>
  );
}
