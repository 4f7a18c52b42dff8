import type { ModelConfig } from '@tabmind/model-registry';
import type { StorageBackend } from './settings.js';

/** A model of which the store holds something. */
export interface StoredModel {
  readonly modelId: string;
  readonly variantId: string;
  /** As shown to people when it was stored. */
  readonly name: string;
  readonly backend: StorageBackend;
  /** Bytes of its files on disk. A library that two models share counts for both. */
  readonly storedBytes: number;
  /** Bytes of all its files. */
  readonly totalBytes: number;
  readonly completeness: 'complete' | 'partial';
  /** When it was last loaded or downloaded, in milliseconds of `Date.now()`. */
  readonly lastUsedAt: number;
}

/** The browser's storage, as far as this origin may use it. */
export interface StorageUse {
  /** Bytes of all models and leftovers. */
  readonly modelBytes: number;
  /** Bytes of files that no complete model needs: interrupted downloads, strays. */
  readonly leftoverBytes: number;
  /** Bytes of everything this origin stores, as the browser estimates it. */
  readonly usedBytes: number;
  /** Bytes that this origin may store in all, as the browser estimates it. */
  readonly quotaBytes: number;
}

/** Where a model is written to: a folder, or one file that takes all of it (a zip archive, nothing compressed). */
export type ExportTarget = FileSystemDirectoryHandle | FileSystemFileHandle;

/** Where a model is read from: a folder, an archive, or the files of an `<input>`. */
export type ImportSource = FileSystemDirectoryHandle | FileSystemFileHandle | File | readonly File[];

/** What can be asked of the store, and what it answers. */
export interface StorageOperations {
  list: { readonly input: Record<never, never>; readonly output: readonly StoredModel[] };
  use: { readonly input: Record<never, never>; readonly output: StorageUse };
  delete: { readonly input: { readonly modelId: string }; readonly output: undefined };
  deleteLeftovers: { readonly input: Record<never, never>; readonly output: undefined };
  deleteAll: { readonly input: Record<never, never>; readonly output: undefined };
  /** Hashes every stored file of a model again; removes what is damaged and tells its URLs. */
  verify: { readonly input: { readonly modelId: string }; readonly output: readonly string[] };
  move: { readonly input: { readonly modelId: string; readonly to: StorageBackend }; readonly output: undefined };
  export: { readonly input: { readonly modelId: string; readonly to: ExportTarget }; readonly output: undefined };
  import: { readonly input: { readonly model: ModelConfig; readonly from: ImportSource }; readonly output: undefined };
}

/** How far a long operation is. */
export interface StorageProgress {
  /** Bytes done. */
  readonly loaded: number;
  readonly total: number;
}
