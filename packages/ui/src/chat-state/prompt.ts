import type { ChatMessage } from '@tabmind/engine';
import type { Message } from './message.js';

/** What the model is given for one answer, and which messages that is. */
export interface Prompt {
  readonly messages: readonly ChatMessage[];
  /** Ids of the messages, in the same order. */
  readonly ids: readonly string[];
}

/**
 * The conversation up to the answer of this id. The answer is the last message where it has text already, to go on from.
 * A question that got no text in answer is left out: the templates of many models require that turns alternate.
 */
export function promptFor(conversation: readonly Message[], answerId: string): Prompt {
  const end = conversation.findIndex(({ id }) => id === answerId);
  const turns = conversation.slice(0, conversation[end]?.text === '' ? end : end + 1);
  const given = turns.filter((message, index) => {
    if (message.role === 'assistant') return message.text !== '' && turns[index - 1]?.role === 'user';
    const answer = turns[index + 1];
    return answer === undefined || (answer.role === 'assistant' && answer.text !== '');
  });
  return { messages: given.map(({ role, text }) => ({ role, content: text })), ids: given.map(({ id }) => id) };
}
