import type { AnswerStatus, AssistantMessage, Message } from './message.js';

/** The answer that a model can go on with: the last message, where it ended before its time. `null` where there is none. */
export function unfinishedAnswer(messages: readonly Message[]): AssistantMessage | null {
  const last = messages.at(-1);
  return last?.role === 'assistant' && isUnfinished(last.status) ? last : null;
}

function isUnfinished(status: AnswerStatus): boolean {
  switch (status.state) {
    case 'interrupted':
    case 'stopped':
      return true;
    case 'done':
      return status.finishReason === 'length';
    case 'failed':
      // By the time that somebody asks again a model may be ready.
      return status.error.retryable || status.error.code === 'not-ready';
    case 'streaming':
      return false;
  }
}

/** An answer as this model takes it on: its text stays, and who wrote it is remembered. */
export function takenOn({ text, modelName, continuedBy = [] }: AssistantMessage, nextName: string | null) {
  const streaming = { status: { state: 'streaming' } } as const;
  if (text === '') return { ...streaming, modelName: nextName, continuedBy: [] };
  const isSame = nextName === null || nextName === (continuedBy.at(-1) ?? modelName);
  return { ...streaming, continuedBy: isSame ? continuedBy : [...continuedBy, nextName] };
}
