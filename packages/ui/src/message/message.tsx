import { type JSX, Match, Show, Switch } from 'solid-js';
import type { AnswerStatus, AssistantMessage, Message as ChatMessage } from '../chat-state/message.js';
import { modelNameParts } from '../format/model-name.js';
import { Icon } from '../icon/icon.jsx';
import { Markdown } from '../markdown/markdown.jsx';
import { TroubleCard } from '../trouble-card/trouble-card.jsx';

/** The way on from an answer that ended before its time. */
export interface Continuation {
  readonly onContinue: () => void;
  /** `waiting` while no model could go on. */
  readonly state: 'ready' | 'waiting';
}

export interface MessageProps {
  readonly message: ChatMessage;
  /** Offers Continue on an answer where given; Retry where it failed before its first word. */
  readonly continuation?: Continuation | undefined;
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
        {(answer) => <Answer answer={answer()} continuation={props.continuation} />}
      </Match>
    </Switch>
  );
}

function Answer(props: { readonly answer: AssistantMessage; readonly continuation: Continuation | undefined }) {
  const failure = () => (props.answer.status.state === 'failed' ? props.answer.status.error : undefined);
  const goOn = () => {
    if (props.continuation?.state !== 'ready') return undefined;
    const label = props.answer.text === '' ? 'Retry' : 'Continue';
    return { label, onPress: props.continuation.onContinue };
  };
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
      <Show when={writers(props.answer)}>{(names) => <p class="tm-message-note">{names()}</p>}</Show>
      <Show when={cutNote(props.answer.status)}>
        {(note) => (
          <div class="tm-message-cut">
            <p class="tm-message-note">{note()}</p>
            <Show when={props.continuation}>
              {(continuation) => (
                <button
                  type="button"
                  class="tm-button"
                  disabled={continuation().state === 'waiting'}
                  onClick={() => continuation().onContinue()}
                >
                  <Icon name="resume" />
                  Continue
                </button>
              )}
            </Show>
          </div>
        )}
      </Show>
      <Show when={failure()}>
        {(error) => <TroubleCard error={error()} offers={{ retry: goOn(), wait: goOn() }} />}
      </Show>
    </article>
  );
}

function cutNote(status: AnswerStatus): string | undefined {
  if (status.state === 'stopped') return 'You stopped this answer.';
  if (status.state === 'interrupted') return 'This answer was interrupted.';
  if (status.state === 'done' && status.finishReason === 'length') {
    return 'This answer was cut off: the model’s memory is full.';
  }
  return undefined;
}

/** Who wrote an answer, where that was more than one model. */
function writers({ modelName, continuedBy = [] }: AssistantMessage): string | undefined {
  if (continuedBy.length === 0) return undefined;
  const titles = continuedBy.map((name) => modelNameParts(name).title);
  const begun = modelName === null ? '' : `Begun by ${modelNameParts(modelName).title}, `;
  return `${begun}continued by ${titles.join(', then ')}.`;
}
