import type { ChatMessage } from '../protocol/chat.js';
import type { ChatPipeline } from './chat-pipeline.js';

/** What web-llm puts between the assistant's name and its answer where the template says nothing. */
const DEFAULT_SEPARATOR = ': ';

/** A conversation, and the beginning of the answer that the model goes on with: `''` for a new answer. */
export interface Continuation {
  readonly turns: readonly ChatMessage[];
  readonly prefix: string;
}

/** A last message by the assistant is the beginning of the answer asked for. */
export function splitContinuation(messages: readonly ChatMessage[]): Continuation {
  const last = messages.at(-1);
  return last?.role === 'assistant'
    ? { turns: messages.slice(0, -1), prefix: last.content }
    : { turns: messages, prefix: '' };
}

/**
 * Makes every prompt that web-llm renders end with this beginning of the answer, right where the template has the
 * answer begin.
 *
 * @returns the way back
 */
export function beginAnswersWith(prefix: string, { config }: ChatPipeline): () => void {
  const before = config.conv_config;
  const separator = before?.role_empty_sep ?? config.conv_template.role_empty_sep ?? DEFAULT_SEPARATOR;
  config.conv_config = { ...before, role_empty_sep: separator + prefix };
  return () => {
    config.conv_config = before;
  };
}
