import type { EngineErrorData, FinishReason } from '@tabmind/engine';
import type { AnswerStatus, Message } from '../chat-state/message.js';

export interface ConversationRecord {
  readonly id: string;
  readonly title: string;
  /** Milliseconds since 1970, as `updatedAt`. */
  readonly createdAt: number;
  /** When its last turn began or ended. */
  readonly updatedAt: number;
}

export interface MessageRecord {
  readonly conversationId: string;
  /** From 0; places may be left out. */
  readonly place: number;
  readonly message: Message;
}

/** @returns `null` for what is damaged or not ours */
export function readConversation(value: unknown): ConversationRecord | null {
  const { id, title, createdAt, updatedAt } = fieldsOf(value);
  if (!isString(id) || !isString(title) || !isNumber(createdAt) || !isNumber(updatedAt)) return null;
  return { id, title, createdAt, updatedAt };
}

/** An answer that was streaming when it was written is interrupted now. @returns `null` for what is damaged or not ours */
export function readMessage(value: unknown): MessageRecord | null {
  const { conversationId, place, message } = fieldsOf(value);
  const { role, id, text, modelName, continuedBy = [], status } = fieldsOf(message);
  if (!isString(conversationId) || !isNumber(place) || !isString(id) || !isString(text)) return null;
  if (role === 'user') return { conversationId, place, message: { role, id, text } };
  const read = readStatus(status);
  if (role !== 'assistant' || read === null || !isNameOrNull(modelName) || !isStrings(continuedBy)) return null;
  return { conversationId, place, message: { role, id, text, modelName, continuedBy, status: read } };
}

function readStatus(value: unknown): AnswerStatus | null {
  const { state, finishReason, error } = fieldsOf(value);
  if (state === 'streaming' || state === 'interrupted') return { state: 'interrupted' };
  if (state === 'stopped') return { state };
  if (state === 'done' && isFinishReason(finishReason)) return { state, finishReason };
  if (state === 'failed' && isErrorData(error)) return { state, error };
  return null;
}

const finishReasons: readonly unknown[] = ['stop', 'length', 'abort'] satisfies FinishReason[];

const isString = (value: unknown): value is string => typeof value === 'string';
const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);
const isStrings = (value: unknown): value is string[] => Array.isArray(value) && value.every(isString);
const isNameOrNull = (value: unknown): value is string | null => value === null || isString(value);
const isFinishReason = (value: unknown): value is FinishReason => finishReasons.includes(value);

function isErrorData(value: unknown): value is EngineErrorData {
  const { code, message, detail, retryable, actions } = fieldsOf(value);
  const isReport = isString(message) && isNameOrNull(detail) && typeof retryable === 'boolean';
  return isString(code) && isReport && isStrings(actions);
}

function fieldsOf(value: unknown): Partial<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
