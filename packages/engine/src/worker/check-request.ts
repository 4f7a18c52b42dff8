import { engineError } from '../errors/error-data.js';
import type { ChatMessage, SamplingOptions } from '../protocol/chat.js';
import { splitContinuation } from './continuation.js';

/**
 * What no model would answer, told before anything reaches web-llm. Types can't stop everybody.
 *
 * @param canHearTools whether the model's template has a place for what tools give back
 * @throws EngineError `invalid-request`, the first fault its message
 */
export function checkRequest(messages: readonly ChatMessage[], options: SamplingOptions, canHearTools: boolean): void {
  const [fault] = faults(messages, options, canHearTools);
  if (fault !== undefined) throw engineError('invalid-request', fault);
}

/** Each fault may be looked for only where there was none before. */
function* faults(
  messages: readonly ChatMessage[],
  options: SamplingOptions,
  canHearTools: boolean,
): Generator<string, void> {
  yield* messageFaults(messages, canHearTools);
  yield* optionFaults(options);
  yield* togetherFaults(messages, options);
}

function* messageFaults(messages: readonly ChatMessage[], canHearTools: boolean): Generator<string, void> {
  if (!Array.isArray(messages) || messages.length === 0) yield 'A conversation needs a message.';
  for (const [index, message] of messages.entries()) {
    const name = `Message ${index + 1}`;
    if (typeof message?.content !== 'string') yield `${name} has no text: its content must be a string.`;
    const { role, content } = message;
    if (!['system', 'user', 'assistant', 'tool'].includes(role)) yield `${name} has no role that exists: ${role}.`;
    if (role === 'user' && content === '') yield `${name} is a person’s and has no text.`;
    if (role === 'system' && index > 0) yield `${name} is the system’s, which only the first one can be.`;
    if (role === 'tool' && !canHearTools) yield `${name} is a tool’s, which this model can’t read.`;
  }
  const { turns, prefix } = splitContinuation(messages);
  const lastRole = turns.at(-1)?.role;
  if (lastRole === 'user' || lastRole === 'tool') return;
  yield prefix === ''
    ? 'The last message of a conversation must be a person’s, or an answer to go on with.'
    : 'An answer to go on with must follow a person’s message.';
}

function* optionFaults(options: SamplingOptions): Generator<string, void> {
  const { stop, responseFormat, tools, logprobs, overflow } = options;
  yield* rangeFaults(options, 'temperature', 'from 0 to 2', (value) => value >= 0 && value <= 2);
  yield* rangeFaults(options, 'topP', 'above 0 and at most 1', (value) => value > 0 && value <= 1);
  yield* rangeFaults(
    options,
    'maxTokens',
    'a whole number from 1',
    (value) => Number.isSafeInteger(value) && value > 0,
  );
  yield* rangeFaults(options, 'seed', 'a whole number from 0', (value) => Number.isSafeInteger(value) && value >= 0);
  yield* rangeFaults(options, 'frequencyPenalty', 'from -2 to 2', (value) => value >= -2 && value <= 2);
  yield* rangeFaults(options, 'presencePenalty', 'from -2 to 2', (value) => value >= -2 && value <= 2);
  yield* rangeFaults(options, 'repetitionPenalty', 'above 0', (value) => value > 0 && Number.isFinite(value));
  yield* rangeFaults(options, 'topLogprobs', 'a whole number from 0 to 5', (value) =>
    [0, 1, 2, 3, 4, 5].includes(value),
  );
  if (options.topLogprobs !== undefined && logprobs !== true) yield 'topLogprobs needs logprobs: true.';
  if (stop?.some((text) => typeof text !== 'string' || text === '')) yield 'stop must be strings that are not empty.';
  if (overflow !== undefined && !['drop-oldest', 'error'].includes(overflow)) {
    yield `overflow must be 'drop-oldest' or 'error', not ${overflow}.`;
  }
  if (responseFormat !== undefined && responseFormat.type !== 'json') {
    yield `responseFormat.type must be 'json', not ${responseFormat.type}.`;
  }
  if (tools?.length === 0) yield 'tools must not be empty.';
  if (tools?.some(({ name }) => typeof name !== 'string' || name === '')) yield 'Every tool needs a name.';
}

function* rangeFaults(
  options: SamplingOptions,
  name: keyof SamplingOptions,
  range: string,
  holds: (value: number) => boolean,
): Generator<string, void> {
  const value: unknown = options[name];
  if (value === undefined || (typeof value === 'number' && holds(value))) return;
  yield `${name} must be ${range}, not ${value}.`;
}

function* togetherFaults(
  messages: readonly ChatMessage[],
  { tools, responseFormat }: SamplingOptions,
): Generator<string, void> {
  if (tools && responseFormat) yield 'tools and responseFormat exclude each other.';
  if (tools && messages[0]?.role === 'system') yield 'With tools the system message is the library’s: leave yours out.';
  if ((tools || responseFormat) && splitContinuation(messages).prefix !== '') {
    yield 'An answer in a set form can’t be gone on with: leave out responseFormat and tools, or the last message.';
  }
}
