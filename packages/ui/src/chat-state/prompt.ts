import type { ChatMessage } from '@tabmind/engine';
import type { Message } from './message.js';

/** What the model is given for one answer, and which messages that is. */
export interface Prompt {
  readonly messages: readonly ChatMessage[];
  /** Ids of the messages, in the same order. */
  readonly ids: readonly string[];
}

/**
 * The conversation up to the answer of this id, the answer itself left out.
 * A question that got no text in answer is left out too: the templates of many models require that turns alternate.
 */
export function promptFor(conversation: readonly Message[], answerId: string): Prompt {
  const end = conversation.findIndex(({ id }) => id === answerId);
  const before = conversation.slice(0, end);
  const given = before.filter((message, index) => {
    const answer = message.role === 'assistant' ? message : before[index + 1];
    return answer === undefined || answer.text !== '';
  });
  return { messages: given.map(({ role, text }) => ({ role, content: text })), ids: given.map(({ id }) => id) };
}
