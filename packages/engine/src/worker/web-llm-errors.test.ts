import { RUNTIME_LIMITS } from '@tabmind/model-registry';
import { describe, expect, test } from 'vitest';
import type { EngineErrorCode } from '../errors/error-code.js';
import { engineError } from '../errors/error-data.js';
import { webLlmErrorClasses, webLlmSource } from '../test-support/web-llm-source.js';
import { fromReload, fromWebLlm } from './web-llm-errors.js';

/** What each of web-llm's classes means, met in an answer and met in a load. */
const meanings: Readonly<Record<string, readonly [EngineErrorCode, EngineErrorCode]>> = {
  ModelNotFoundError: ['unexpected', 'model-incompatible'],
  ArtifactManifestError: ['unexpected', 'model-incompatible'],
  AudioInputError: ['invalid-request', 'model-incompatible'],
  ConfigValueError: ['unexpected', 'model-incompatible'],
  MinValueError: ['invalid-request', 'model-incompatible'],
  RangeError: ['invalid-request', 'model-incompatible'],
  NonNegativeError: ['invalid-request', 'model-incompatible'],
  InvalidNumberStringError: ['invalid-request', 'model-incompatible'],
  DependencyError: ['invalid-request', 'model-incompatible'],
  WebGPUNotAvailableError: ['webgpu-unavailable', 'webgpu-unavailable'],
  WebGPUNotFoundError: ['webgpu-unavailable', 'webgpu-unavailable'],
  ModelNotLoadedError: ['not-ready', 'not-ready'],
  WorkerEngineModelNotLoadedError: ['unexpected', 'model-incompatible'],
  MessageOrderError: ['invalid-request', 'model-incompatible'],
  SystemMessageOrderError: ['invalid-request', 'model-incompatible'],
  ContentTypeError: ['invalid-request', 'model-incompatible'],
  UnsupportedRoleError: ['invalid-request', 'model-incompatible'],
  UserMessageContentErrorForNonVLM: ['invalid-request', 'model-incompatible'],
  UnsupportedContentPartError: ['invalid-request', 'model-incompatible'],
  PrefillChunkSizeSmallerThanImageError: ['invalid-request', 'model-incompatible'],
  CannotFindImageEmbedError: ['invalid-request', 'model-incompatible'],
  UnsupportedDetailError: ['invalid-request', 'model-incompatible'],
  UnsupportedImageURLError: ['invalid-request', 'model-incompatible'],
  MultipleTextContentError: ['invalid-request', 'model-incompatible'],
  ToolCallOutputParseError: ['unexpected', 'model-incompatible'],
  ToolCallOutputInvalidTypeError: ['unexpected', 'model-incompatible'],
  ToolCallOutputMissingFieldsError: ['unexpected', 'model-incompatible'],
  ConfigurationNotInitializedError: ['unexpected', 'model-incompatible'],
  MissingModelWasmError: ['unexpected', 'model-incompatible'],
  FeatureSupportError: ['gpu-limit-exceeded', 'gpu-limit-exceeded'],
  UnsupportedFieldsError: ['invalid-request', 'model-incompatible'],
  ShaderF16SupportError: ['shader-f16-missing', 'shader-f16-missing'],
  DeviceLostError: ['device-lost', 'device-lost'],
  UnsupportedTokenizerFilesError: ['unexpected', 'model-incompatible'],
  WindowSizeConfigurationError: ['unexpected', 'model-incompatible'],
  AttentionSinkSizeError: ['unexpected', 'model-incompatible'],
  WindowSizeSpecificationError: ['unexpected', 'model-incompatible'],
  ContextWindowSizeExceededError: ['context-overflow', 'context-overflow'],
  NonWorkerEnvironmentError: ['unexpected', 'model-incompatible'],
  NoServiceWorkerAPIError: ['unexpected', 'model-incompatible'],
  ServiceWorkerInitializationError: ['unexpected', 'model-incompatible'],
  StreamingCountError: ['invalid-request', 'model-incompatible'],
  SeedTypeError: ['invalid-request', 'model-incompatible'],
  InvalidResponseFormatError: ['invalid-request', 'model-incompatible'],
  InvalidResponseFormatGrammarError: ['invalid-request', 'model-incompatible'],
  InvalidResponseFormatStructuralTagError: ['invalid-request', 'model-incompatible'],
  GrammarMatcherInitError: ['invalid-request', 'invalid-request'],
  CustomResponseFormatError: ['invalid-request', 'model-incompatible'],
  UnsupportedModelIdError: ['invalid-request', 'invalid-request'],
  CustomSystemPromptError: ['invalid-request', 'model-incompatible'],
  InvalidStreamOptionsError: ['invalid-request', 'model-incompatible'],
  UnknownMessageKindError: ['unexpected', 'model-incompatible'],
  TextCompletionExpectsKVEmptyError: ['unexpected', 'model-incompatible'],
  TextCompletionConversationExpectsPrompt: ['unexpected', 'model-incompatible'],
  TextCompletionConversationError: ['unexpected', 'model-incompatible'],
  EmbeddingUnsupportedEncodingFormatError: ['unexpected', 'model-incompatible'],
  EmbeddingUnsupportedModelError: ['unexpected', 'model-incompatible'],
  EmbeddingSlidingWindowError: ['unexpected', 'model-incompatible'],
  EmbeddingChunkingUnsupportedError: ['unexpected', 'model-incompatible'],
  EmbeddingExceedContextWindowSizeError: ['unexpected', 'model-incompatible'],
  EmbeddingInputEmptyError: ['unexpected', 'model-incompatible'],
  ReloadArgumentSizeUnmatchedError: ['unexpected', 'model-incompatible'],
  UnclearModelToUseError: ['unexpected', 'model-incompatible'],
  SpecifiedModelNotFoundError: ['unexpected', 'model-incompatible'],
  IncorrectPipelineLoadedError: ['unexpected', 'model-incompatible'],
  ReloadModelIdNotUniqueError: ['unexpected', 'model-incompatible'],
  IntegrityError: ['integrity-mismatch', 'integrity-mismatch'],
};

describe('web-llm’s own classes', () => {
  const classes = webLlmErrorClasses();

  test('are those that are known here', () => {
    expect([...classes.keys()]).toEqual(Object.keys(meanings));
  });

  test.each([...classes])('%s', (name, WebLlmError) => {
    const thrown = new WebLlmError(['a'], ['b'], ['c']);
    const codes = [fromWebLlm(thrown).code, fromReload(thrown).code];
    expect(codes).toEqual(meanings[name]);
    expect(fromWebLlm(thrown)).toMatchObject({ detail: `${thrown.name}: ${thrown.message}`, cause: thrown });
  });
});

describe('what TVM, WebAssembly and the browser say', () => {
  /** Words of web-llm's code, the message that they come in, and what it means in a load. */
  test.each<readonly [string, string, EngineErrorCode]>([
    [
      'Unable to find a compatible GPU',
      'Unable to find a compatible GPU. This issue might be …',
      'adapter-unavailable',
    ],
    ['Cannot fetch ', 'Cannot fetch https://models.example/tensor-cache.json', 'storage-unavailable'],
    ['Cannot find required VM function', 'Cannot find required VM function `embed`. Available …', 'model-incompatible'],
    ['Invalid kv_cache ABI', 'Invalid kv_cache ABI. Require either `prefill`+`decode` …', 'model-incompatible'],
    ['Unsupported kv_state_kind', 'Unsupported kv_state_kind in model metadata: other', 'model-incompatible'],
    [' in exports', 'Cannot find TVMWasmAllocSpace,TVMWasmFreeSpace in exports', 'model-incompatible'],
    ['Packed BF16 record has ', 'Packed BF16 record has 8 bytes, but shape requires 16', 'model-incompatible'],
    ['Tensor-cache record range ', 'Tensor-cache record range [0, 8) exceeds shard size 4', 'model-incompatible'],
    ['Cannot find global function ', 'Cannot find global function vm.builtin.kv_state_clear', 'model-incompatible'],
    ['Cannot allocate ', 'Cannot allocate 65536 bytes in Wasm memory', 'unexpected'],
  ])('%s', (words, message, code) => {
    expect(webLlmSource).toContain(words);
    expect(fromReload(new Error(message)).code).toBe(code);
  });

  test.each(Object.entries(RUNTIME_LIMITS))(
    'a limit that is not reached, %s, comes with its figures',
    (name, needed) => {
      const thrown = [
        `Cannot initialize runtime because of requested ${name} exceeds limit. `,
        name.startsWith('maxCompute') || name.endsWith('Stage')
          ? `requested=${needed}, limit=8. `
          : `requested=${needed / 2 ** 20}MB, limit=64MB. `,
      ].join('');
      expect(webLlmSource).toContain(`because of requested ${name}`);
      expect(fromReload(new Error(thrown))).toMatchObject({
        code: 'gpu-limit-exceeded',
        limit: { name, needed, available: thrown.includes('MB') ? 64 * 2 ** 20 : 8 },
        actions: ['open-webgpu-help'],
      });
    },
  );

  test.each([
    ['the heap of a library', new RangeError('WebAssembly.Memory.grow(): Maximum memory size exceeded')],
    ['a buffer in Chromium', new RangeError('Array buffer allocation failed')],
    ['an instance in Chromium', new RangeError('WebAssembly.Instance(): Out of memory: Cannot allocate Wasm memory')],
  ])('no memory for %s', (_what, thrown) => {
    expect(fromReload(thrown)).toMatchObject({
      code: 'unexpected',
      message: expect.stringContaining('no memory left'),
      actions: ['choose-smaller-model', 'reload-page'],
      retryable: false,
    });
  });

  test('a library that no browser can compile, and one that wants another host', () => {
    expect(fromReload(new WebAssembly.CompileError('expected magic word')).code).toBe('model-incompatible');
    expect(fromReload(new WebAssembly.LinkError('import requires a callable')).code).toBe('model-incompatible');
  });

  test('the end of a library without exceptions, which is no Error', () => {
    const exit = { name: 'ExitStatus', message: 'Program terminated with exit(1)', status: 1 };
    expect(fromReload(exit)).toMatchObject({
      code: 'model-incompatible',
      detail: 'ExitStatus: Program terminated with exit(1)',
    });
    const reason = 'ValueError: Cannot find parameter in cache: table';
    expect(fromReload(exit, reason).detail).toBe(`ExitStatus: Program terminated with exit(1)\n${reason}`);
    expect(fromReload(new TypeError('x'), reason).detail).toBe('TypeError: x');
  });
});

test('the language’s own RangeError is not web-llm’s', () => {
  expect(fromWebLlm(new RangeError('Invalid typed array length: -1')).code).toBe('unexpected');
});

test('our own errors pass through', () => {
  const own = engineError('quota-exceeded', 'Full.');
  expect(fromWebLlm(own)).toBe(own);
  expect(fromReload(own)).toBe(own);
});
