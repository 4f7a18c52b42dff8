import { type JSX, Match, Show, Switch } from 'solid-js';
import type { AnswerStatus, AssistantMessage, Message as ChatMessage } from '../chat-state/message.js';
import { Markdown } from '../markdown/markdown.jsx';
import { TroubleCard } from '../trouble-card/trouble-card.jsx';

export interface MessageProps {
  readonly message: ChatMessage;
  /** Offers Retry on a failed answer where given. */
  readonly onRetry?: (() => void) | undefined;
}

/** A question, set apart by a soft surface, or an answer, plain on the page. */
export function Message(props: MessageProps): JSX.Element {
  return (
    <Switch>
      <Match when={props.message.role === 'user' && props.message}>
        {(question) => (
          <article class="tm tm-message" data-role="user" aria-label="You">
            <p class="tm-message-question" dir="auto">
              {question().text}
            </p>
          </article>
        )}
      </Match>
      <Match when={props.message.role === 'assistant' && props.message}>
        {(answer) => <Answer answer={answer()} onRetry={props.onRetry} />}
      </Match>
    </Switch>
  );
}

function Answer(props: { readonly answer: AssistantMessage; readonly onRetry?: (() => void) | undefined }) {
  const failure = () => (props.answer.status.state === 'failed' ? props.answer.status.error : undefined);
  return (
    <article
      class="tm tm-message"
      data-role="assistant"
      data-state={props.answer.status.state}
      aria-label={props.answer.modelName ?? 'Answer'}
      aria-busy={props.answer.status.state === 'streaming'}
    >
      <Show
        when={props.answer.text !== ''}
        fallback={<Show when={props.answer.status.state === 'streaming'}>{<p class="tm-message-waiting" />}</Show>}
      >
        <Markdown text={props.answer.text} />
      </Show>
      <Show when={cutNote(props.answer.status)}>{(note) => <p class="tm-message-note">{note()}</p>}</Show>
      <Show when={failure()}>
        {(error) => (
          <TroubleCard error={error()} offers={{ retry: props.onRetry && { label: 'Retry', onPress: props.onRetry } }} />
        )}
      </Show>
    </article>
  );
}

function cutNote(status: AnswerStatus): string | undefined {
  if (status.state === 'stopped') return 'You stopped this answer.';
  if (status.state === 'done' && status.finishReason === 'length') {
    return 'This answer was cut off: the model’s memory is full.';
  }
  return undefined;
}
