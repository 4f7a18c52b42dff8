import type { ChatMessage } from '../protocol/chat.js';
import type { ChatPipeline, Conversation } from './chat-pipeline.js';

/**
 * Counts the tokens that web-llm makes of a conversation: rendered by its own class, and encoded piece by piece as it
 * does. The conversation must end before the answer.
 */
export function promptCounter(pipeline: ChatPipeline): (messages: readonly ChatMessage[]) => number {
  const { tokenizer, config } = pipeline;
  const template = { ...config.conv_template, ...config.conv_config };
  const Template = pipeline.getConversationObject().constructor as new (config: typeof template) => Conversation;
  const lengths = new Map<string, number>();

  /** A conversation that is too long is rendered from each of its turns: most pieces come again. */
  const lengthOf = (piece: string) => {
    const length = lengths.get(piece) ?? tokenizer.encode(piece).length;
    lengths.set(piece, length);
    return length;
  };

  return (messages) => {
    const conversation = new Template(template);
    for (const { role, content } of messages) {
      if (role === 'system') conversation.override_system_message = content;
      else conversation.appendMessage(role, content);
    }
    conversation.appendReplyHeader('assistant');
    const begin = template.system_prefix_token_ids?.length ?? 0;
    return conversation.getPromptArray().reduce((tokens, piece) => tokens + lengthOf(piece), begin);
  };
}
