import type { StorageBackend } from '../protocol/settings.js';
import type { ByteStore } from './byte-store.js';
import { type Catalogue, openCatalogue } from './catalogue.js';
import { type FileRecord, isWhole, STEP_BYTES, type StoredFile } from './file-record.js';
import { FileWriter } from './file-writer.js';
import { stepChecksum } from './hashers.js';
import { indexedDbBytes } from './indexeddb-bytes.js';
import { type ModelRecord, saysAsMuch } from './model-record.js';
import { opfsBytes } from './opfs-bytes.js';
import type { PipelineRecipe } from './pipeline-recipe.js';
import { explainStorage } from './storage-errors.js';

/** Where models live between sessions: a catalogue in IndexedDB over two backends that hold the bytes. */
export class ModelStore {
  readonly #catalogue: Catalogue;
  readonly #backends: Readonly<Record<StorageBackend, ByteStore>>;
  /** Where new files go. */
  readonly backend: StorageBackend;

  private constructor(catalogue: Catalogue, name: string, backend: StorageBackend) {
    this.#catalogue = catalogue;
    this.#backends = { indexeddb: indexedDbBytes(catalogue), opfs: opfsBytes(name) };
    this.backend = backend;
  }

  /** @throws EngineError `storage-unavailable` */
  static async open(backend: StorageBackend, name = 'tabmind-models'): Promise<ModelStore> {
    return new ModelStore(await openCatalogue(name), name, backend);
  }

  /** Ends the connection to the catalogue; the store can't be used after it. */
  close(): void {
    this.#catalogue.close();
  }

  find(url: string): Promise<FileRecord | undefined> {
    return this.#catalogue.get('files', url);
  }

  files(): Promise<readonly FileRecord[]> {
    return this.#catalogue.getAll('files');
  }

  models(): Promise<readonly ModelRecord[]> {
    return this.#catalogue.getAll('models');
  }

  /** Writes nothing that is known already: a model that is stored whole can be loaded where nothing more fits. */
  async noteModel(record: ModelRecord): Promise<void> {
    const known = await this.#catalogue.get('models', record.variantId);
    if (known !== undefined && saysAsMuch(known, record)) return;
    await this.#catalogue.put('models', record).catch(explainStorage);
  }

  /** A full storage keeps the old time. */
  async noteUse(variantId: string): Promise<void> {
    const record = await this.#catalogue.get('models', variantId);
    if (record === undefined) return;
    await this.#catalogue.put('models', { ...record, lastUsedAt: Date.now() }).catch(() => undefined);
  }

  /** Bytes of a model's files that are whole. */
  async wholeBytes(variantId: string): Promise<number> {
    const record = await this.#catalogue.get('models', variantId);
    const files = await Promise.all((record?.urls ?? []).map((url) => this.find(url)));
    return files.filter(isWhole).reduce((bytes, file) => bytes + file.storedBytes, 0);
  }

  /** Forgets the model, and removes those of its files that no other model needs. */
  async removeModel(variantId: string): Promise<void> {
    const models = await this.models();
    const shared = new Set(models.filter((model) => model.variantId !== variantId).flatMap(({ urls }) => urls));
    const urls = models.find((model) => model.variantId === variantId)?.urls ?? [];
    await this.#catalogue.delete('models', variantId);
    for (const url of urls) if (!shared.has(url)) await this.remove(url);
  }

  async remove(url: string): Promise<void> {
    const record = await this.find(url);
    if (record === undefined) return;
    await this.#catalogue.delete('files', url);
    await this.#catalogue.delete('pipelines', url);
    await this.#backends[record.backend].remove(url);
  }

  /** The pipelines that a library needed at its last load. */
  async pipelines(libraryUrl: string): Promise<readonly PipelineRecipe[]> {
    return (await this.#catalogue.get('pipelines', libraryUrl)) ?? [];
  }

  /** A full storage keeps none. */
  async keepPipelines(libraryUrl: string, recipes: readonly PipelineRecipe[]): Promise<void> {
    await this.#catalogue.put('pipelines', recipes, libraryUrl).catch(() => undefined);
  }

  /** Goes on with what is stored of a file, or begins it; a whole one is begun anew. */
  async write(url: string): Promise<FileWriter> {
    const record = await this.find(url);
    if (isWhole(record)) await this.remove(url);
    const start: FileRecord =
      record === undefined || isWhole(record)
        ? { url, backend: this.backend, validator: null, storedBytes: 0, steps: [], hash: null }
        : record;
    return this.#writer(start, (changed) => this.#catalogue.put('files', changed));
  }

  /** A stored file's steps, each checked. Ends before the first that is missing or damaged. */
  async *read(record: FileRecord): AsyncGenerator<Uint8Array<ArrayBuffer>, void, void> {
    const reader = await this.#backends[record.backend].reader(record.url);
    for (const [step, checksum] of record.steps.entries()) {
      // A last step may have been stored further than the catalogue came to say.
      const part = (await reader.read(step))?.subarray(0, record.storedBytes - step * STEP_BYTES);
      if (part === undefined || (await stepChecksum([part])) !== checksum) return;
      yield part;
    }
  }

  /** A whole file's bytes in one piece, each step checked; `null` where any of it is missing or damaged. */
  async readWhole(file: StoredFile): Promise<Uint8Array<ArrayBuffer> | null> {
    const reader = await this.#backends[file.backend].reader(file.url);
    const bytes = await reader.readAll(file.steps.length);
    if (bytes?.byteLength !== file.storedBytes) return null;
    for (const [step, checksum] of file.steps.entries()) {
      const from = step * STEP_BYTES;
      if ((await stepChecksum([bytes.subarray(from, from + STEP_BYTES)])) !== checksum) return null;
    }
    return bytes;
  }

  /** Brings a whole file over to another backend, without a moment in which it is in neither. */
  async move(file: StoredFile, to: StorageBackend): Promise<'moved' | 'damaged'> {
    if (file.backend === to) return 'moved';
    let copy: FileRecord = { ...file, backend: to, storedBytes: 0, steps: [], hash: null };
    const writer = await this.#writer(copy, async (changed) => {
      copy = changed;
    });
    try {
      for await (const part of this.read(file)) await writer.append(part);
      await writer.commit(file.hash);
    } catch (thrown) {
      await writer.close();
      await this.#backends[to].remove(file.url);
      throw thrown;
    }
    await writer.close();
    const isRight = copy.storedBytes === file.storedBytes;
    if (isRight) await this.#catalogue.put('files', copy);
    await this.#backends[isRight ? file.backend : to].remove(file.url);
    return isRight ? 'moved' : 'damaged';
  }

  async #writer(start: FileRecord, note: (record: FileRecord) => Promise<unknown>): Promise<FileWriter> {
    return new FileWriter(start, await this.#backends[start.backend].writer(start.url), note);
  }
}
