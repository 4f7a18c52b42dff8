import { EngineError } from '../errors/engine-error.js';
import type { EngineErrorCode } from '../errors/error-code.js';
import { describe, engineError, errorData } from '../errors/error-data.js';
import type { GpuLimit } from '../errors/error-figures.js';
import { rule } from '../errors/error-rules.js';

type Meaning = readonly [EngineErrorCode, string];

const noWebGpu: Meaning = ['webgpu-unavailable', 'This browser has no WebGPU, which the models run on.'];
const noAdapter: Meaning = ['adapter-unavailable', 'This browser has WebGPU but gives no graphics processor to it.'];
const lostFile: Meaning = ['storage-unavailable', 'The browser’s storage no longer has a part of the model.'];
const badRequest: Meaning = ['invalid-request', 'This is not a question that the model can be asked.'];

/** web-llm exports none of its error classes, and its messages are for developers: the name is what holds. */
const BY_NAME: Readonly<Record<string, Meaning>> = {
  WebGPUNotAvailableError: noWebGpu,
  WebGPUNotFoundError: noWebGpu,
  ShaderF16SupportError: ['shader-f16-missing', 'This graphics processor can’t compute with 16-bit numbers.'],
  FeatureSupportError: ['gpu-limit-exceeded', 'This graphics processor lacks a feature that the model needs.'],
  DeviceLostError: ['device-lost', 'The graphics processor was taken away from this page.'],
  IntegrityError: ['integrity-mismatch', 'A file of the model is not the one that was expected.'],
  ModelNotLoadedError: ['not-ready', 'No model is ready to answer yet.'],
  ContextWindowSizeExceededError: ['context-overflow', 'The conversation is longer than the model can take.'],
  UnsupportedModelIdError: ['invalid-request', 'This model can’t call tools.'],
  GrammarMatcherInitError: ['invalid-request', 'The answer can’t be held to the form that was asked for.'],
};

/** What an answer is refused for: the classes behind web-llm's checks of a request. */
const OF_REQUESTS: ReadonlySet<string> = new Set([
  'MinValueError',
  'RangeError',
  'NonNegativeError',
  'InvalidNumberStringError',
  'DependencyError',
  'MessageOrderError',
  'SystemMessageOrderError',
  'ContentTypeError',
  'UnsupportedRoleError',
  'UserMessageContentErrorForNonVLM',
  'UnsupportedContentPartError',
  'PrefillChunkSizeSmallerThanImageError',
  'CannotFindImageEmbedError',
  'UnsupportedDetailError',
  'UnsupportedImageURLError',
  'MultipleTextContentError',
  'AudioInputError',
  'UnsupportedFieldsError',
  'StreamingCountError',
  'SeedTypeError',
  'InvalidResponseFormatError',
  'InvalidResponseFormatGrammarError',
  'InvalidResponseFormatStructuralTagError',
  'CustomResponseFormatError',
  'CustomSystemPromptError',
  'InvalidStreamOptionsError',
]);

/** TVM throws nothing but an `Error`, and WebGPU's own refusals tell no more by their names. */
const BY_MESSAGE: readonly (readonly [RegExp, Meaning])[] = [
  [/^Unable to find a compatible GPU/, noAdapter],
  [/^Cannot fetch /, lostFile],
];

/** What browsers say where the tab, and not the GPU, has no memory left; TVM says it of its own heap. */
const NO_MEMORY = /allocation failed|Memory\.grow\(\)|Cannot allocate (\d+ bytes in )?Wasm memory/;

const LIMIT = /requested (max\w+) exceeds limit\. requested=(\d+)(MB)?, limit=(\d+)(MB)?/;

/** web-llm's error in our terms, met while it answered; ours pass through. */
export function fromWebLlm(thrown: unknown): EngineError {
  return known(thrown) ?? ofRequest(thrown) ?? engineError('unexpected', 'The model could not be run.', thrown);
}

/**
 * The same, met while it loaded a model. The files are as their host sent them, so what is nobody else's fault is
 * theirs: a library, weights and a tokenizer that are no model, not for this GPU, or not for each other.
 *
 * @param lastWords what the library wrote to the console: the reason, where it exits and throws no `Error`
 */
export function fromReload(thrown: unknown, lastWords: string | null = null): EngineError {
  const reason = thrown instanceof Error ? null : lastWords;
  const detail = reason === null ? describe(thrown) : `${describe(thrown)}\n${reason}`;
  const message = 'The files of this model do not run here.';
  return known(thrown) ?? new EngineError(errorData('model-incompatible', message, detail), { cause: thrown });
}

function known(thrown: unknown): EngineError | null {
  if (EngineError.isInstance(thrown)) return thrown;
  if (!(thrown instanceof Error)) return null;
  const { name, message } = thrown;
  if (NO_MEMORY.test(message)) return tabOutOfMemory(thrown);
  const limit = limitIn(message);
  if (limit !== null) return gpuTooSmall(limit, thrown);
  const meaning = BY_NAME[name] ?? BY_MESSAGE.find(([pattern]) => pattern.test(message))?.[1];
  return meaning === undefined ? null : engineError(meaning[0], meaning[1], thrown);
}

/** The language's own `RangeError` has the name of one of web-llm's. */
function ofRequest(thrown: unknown): EngineError | null {
  const isRefusal = thrown instanceof Error && OF_REQUESTS.has(thrown.name) && !(thrown instanceof RangeError);
  return isRefusal ? engineError(badRequest[0], badRequest[1], thrown) : null;
}

/** TVM's figures, in MB of 2^20 bytes where it says so. */
function limitIn(message: string): GpuLimit | null {
  const [, name, needed, neededUnit, available, availableUnit] = LIMIT.exec(message) ?? [];
  if (name === undefined) return null;
  const value = (figure: string | undefined, unit: string | undefined) => Number(figure) * (unit ? 2 ** 20 : 1);
  return { name, needed: value(needed, neededUnit), available: value(available, availableUnit) };
}

/** No model runs on such a GPU, so another one would not help. */
export function gpuTooSmall(limit: GpuLimit, cause?: unknown): EngineError {
  const message = 'This graphics processor is too small for the models, or the browser gives too little of it.';
  const detail = cause === undefined ? null : describe(cause);
  return new EngineError({ ...errorData('gpu-limit-exceeded', message, detail), limit, ...rule('open-webgpu-help') });
}

function tabOutOfMemory(cause: Error): EngineError {
  const message = 'This tab has no memory left for the model.';
  const data = { ...errorData('unexpected', message, describe(cause)), ...rule('choose-smaller-model', 'reload-page') };
  return new EngineError(data, { cause });
}
