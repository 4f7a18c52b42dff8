/**
 * What web-llm's runtime calls of a model's library; without one of these, a library is made for another version of it.
 * Versions before 0.2.80 had other names: their TVM had no `TVMFFI…` functions.
 *
 * Source: @mlc-ai/web-llm 0.2.86, lib/index.js.
 */
export const NEEDED_EXPORTS: readonly string[] = [
  'memory',
  '_initialize',
  'TVMFFIAnyViewToOwnedAny',
  'TVMFFIDataTypeToString',
  'TVMFFIErrorSetRaisedFromCStr',
  'TVMFFIFunctionCall',
  'TVMFFIFunctionGetGlobal',
  'TVMFFIFunctionSetGlobal',
  'TVMFFIGetTypeInfo',
  'TVMFFIObjectDecRef',
  'TVMFFIObjectIncRef',
  'TVMFFITypeKeyToIndex',
  'TVMFFIWasmFunctionCreate',
  'TVMFFIWasmGetLastError',
  'TVMWasmAllocSpace',
  'TVMWasmFreeSpace',
];

/** What it gives to a library, as `env` and as `wasi_snapshot_preview1`; one that wants more can't be started. Same source. */
export const GIVEN_IMPORTS: readonly string[] = [
  'TVMFFIWasmFunctionDeleter',
  'TVMFFIWasmSafeCall',
  'clock_time_get',
  'emscripten_notify_memory_growth',
  'environ_get',
  'environ_sizes_get',
  'fd_close',
  'fd_read',
  'fd_seek',
  'fd_write',
  'proc_exit',
];

export const IMPORT_MODULES: readonly string[] = ['env', 'wasi_snapshot_preview1'];
