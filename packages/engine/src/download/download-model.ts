import type { ModelConfig, ModelVariant } from '@tabmind/model-registry';
import { EngineError } from '../errors/engine-error.js';
import type { DownloadReport } from '../protocol/download-report.js';
import { checkQuota, fullStorage } from '../store/shortage.js';
import { readVerified } from '../store/verify-file.js';
import { DownloadTally } from './download-tally.js';
import type { ByteSink, FetchContext } from './fetch-context.js';
import { fetchFile } from './fetch-file.js';
import { withHostHash } from './lfs-pointer.js';
import {
  configFile,
  filesUrl,
  libraryFile,
  notAModel,
  type ShardFile,
  shardFiles,
  tensorCacheFile,
  tokenizerFile,
} from './model-files.js';
import type { ShardFeed } from './shard-feed.js';
import { together } from './together.js';
import { isWanted, type WantedFile } from './wanted-file.js';

/** Milliseconds between two reports. */
const REPORT_INTERVAL = 250;
/** Stored shards that are read at the same time: the first one has to come soon. */
const READ_AHEAD = 2;

export interface ModelDownload extends FetchContext {
  readonly model: ModelConfig;
  readonly variant: ModelVariant;
  /** Called as bytes arrive, about four times a second, until everything is stored. */
  readonly onReport: (report: DownloadReport) => void;
  /** Called when every byte is stored and verified; once more where a stored shard then turned out damaged. */
  readonly onStored: (totalBytes: number) => void;
  /** Takes each shard in memory, for a load that goes on beside the download. */
  readonly feed?: ShardFeed;
  /** Called before the first shard, with the library's verified bytes. */
  readonly onSmallFiles?: (library: Uint8Array<ArrayBuffer>) => void;
}

/**
 * Brings whatever a variant still lacks into the store: the lists first, then tokenizer and library, from which the total
 * is known to the byte, then the shards in their order. Files that are there and right are not fetched again.
 *
 * @throws EngineError as `fetchFile` does, `quota-exceeded` before the first shard where the rest will not fit, and
 *   `model-incompatible` where the host serves something else
 * @throws AbortError
 */
export async function downloadModel(download: ModelDownload): Promise<void> {
  const abort = new AbortController();
  const signal = AbortSignal.any([download.signal, abort.signal]);
  signal.addEventListener('abort', () => download.feed?.end(signal.reason));
  const run = new Run({ ...download, signal }, abort);
  const timer = setInterval(() => run.report(), REPORT_INTERVAL);
  try {
    await run.all();
  } catch (thrown) {
    throw await run.explain(thrown);
  } finally {
    clearInterval(timer);
  }
}

class Run {
  readonly #download: ModelDownload;
  readonly #abort: AbortController;
  readonly #tally: DownloadTally;
  readonly #lists: readonly [WantedFile, WantedFile];
  #urls: readonly string[] = [];
  #totalBytes: number;
  #isStored = false;

  constructor(download: ModelDownload, abort: AbortController) {
    const { value, estimated } = download.variant.downloadBytes;
    this.#download = download;
    this.#abort = abort;
    this.#tally = new DownloadTally(value, !estimated, () => this.report());
    this.#totalBytes = value;
    this.#lists = [configFile(download.variant), tensorCacheFile(download.variant)];
  }

  report(): void {
    if (!this.#isStored) this.#download.onReport(this.#tally.report());
  }

  async all(): Promise<void> {
    const { variant, feed, onSmallFiles, store } = this.#download;
    await this.#note(this.#lists, false);
    const [config, tensorCache] = await this.#bringAll(this.#lists);
    const library = libraryFile(variant);
    const tokenizer = tokenizerFile(variant, this.#parse(this.#lists[0], config));
    const shards = shardFiles(variant, this.#parse(this.#lists[1], tensorCache));
    const files = [...this.#lists, library, tokenizer, ...shards];
    await this.#note(files, false);
    const [libraryBytes] = await this.#bringAll([library, tokenizer]);

    await this.#recall(shards);
    const { total, verified } = this.#tally.report();
    this.#totalBytes = total;
    if (verified < total) await checkQuota(store, { urls: this.#urls, bytes: total });
    await this.#note(files, true);
    this.report();
    feed?.announce(shards.map(({ url }) => url));
    if (libraryBytes) onSmallFiles?.(libraryBytes);
    this.#tellStored();
    await this.#bringShards(shards);
    this.#tellStored();
  }

  /** What failed, with its figures where the browser's storage is the reason. */
  async explain(thrown: unknown): Promise<unknown> {
    if (!EngineError.isInstance(thrown)) return thrown;
    const { store } = this.#download;
    if (thrown.code === 'quota-exceeded' && thrown.shortage === undefined) {
      return fullStorage(store, { urls: this.#urls, bytes: this.#totalBytes }, thrown);
    }
    if (thrown.code === 'integrity-mismatch' || thrown.code === 'model-incompatible') {
      // The host may have changed the model since its lists came, or sent a page in their place: the next try asks anew.
      for (const list of this.#lists) if (list.hash === undefined) await store.remove(list.url);
    }
    return thrown;
  }

  /** Puts the model into the catalogue with the files that are known so far. */
  async #note(files: readonly WantedFile[], totalIsExact: boolean): Promise<void> {
    const { model, variant, store } = this.#download;
    this.#urls = files.map(({ url }) => url);
    await store.noteModel({
      variantId: variant.id,
      modelId: model.id,
      name: model.name,
      lockKey: filesUrl(variant),
      urls: this.#urls,
      totalBytes: this.#totalBytes,
      totalIsExact,
      lastUsedAt: Date.now(),
    });
  }

  /** Counts what is stored of the shards. */
  async #recall(shards: readonly ShardFile[]): Promise<void> {
    const records = new Map((await this.#download.store.files()).map((record) => [record.url, record]));
    for (const shard of shards) {
      const tally = this.#tally.file(shard.url, shard.bytes);
      const record = records.get(shard.url);
      if (isWanted(shard, record)) tally.verify(record.storedBytes);
      else if (record?.hash === null) tally.found(record.storedBytes);
    }
  }

  #tellStored(): void {
    const { verified, total } = this.#tally.report();
    if (this.#isStored || verified < total) return;
    this.report();
    this.#isStored = true;
    this.#download.onStored(total);
  }

  #bringAll(files: readonly WantedFile[]): Promise<Uint8Array<ArrayBuffer>[]> {
    return together(
      this.#abort,
      files.map((file) => () => this.#bring(file)),
    );
  }

  async #bring(file: WantedFile): Promise<Uint8Array<ArrayBuffer>> {
    const bytes = await this.#readOrFetch(file);
    this.#download.feed?.hold(file.url, bytes);
    return bytes;
  }

  /** A small file's bytes, hashed now. */
  async #readOrFetch(file: WantedFile): Promise<Uint8Array<ArrayBuffer>> {
    const { store } = this.#download;
    const tally = this.#tally.file(file.url, file.bytes);
    const record = await store.find(file.url);
    const stored = isWanted(file, record) ? await readVerified(store, record) : null;
    if (stored !== null) {
      tally.verify(stored.byteLength);
      return stored;
    }
    if (isWanted(file, record)) await this.#discard(file);
    const arrived = await store.readWhole(await fetchFile(this.#download, file, tally));
    if (arrived === null) throw new Error(`The store lost ${file.url} while it was written.`);
    return arrived;
  }

  async #bringShards(shards: readonly ShardFile[]): Promise<void> {
    const { feed, settings, signal } = this.#download;
    const waiting = shards.values();
    const connection = async () => {
      for (const shard of waiting) {
        await feed?.reserve();
        signal.throwIfAborted();
        await (feed ? this.#feedShard(feed, shard) : this.#storeShard(shard));
      }
    };
    const connections = this.#isStored ? READ_AHEAD : settings.connections;
    await together(this.#abort, Array(connections).fill(connection));
  }

  async #storeShard(shard: ShardFile): Promise<void> {
    if (!isWanted(shard, await this.#download.store.find(shard.url))) await this.#fetchShard(shard);
  }

  /** From the store where it is there and intact, else from its host; never from the store what the host just sent. */
  async #feedShard(feed: ShardFeed, shard: ShardFile): Promise<void> {
    const { store } = this.#download;
    const record = await store.find(shard.url);
    if (isWanted(shard, record)) {
      const stored = await store.readWhole(record);
      if (stored !== null) return feed.deliver(shard.url, stored);
      await this.#discard(shard);
    }
    const bytes = new Uint8Array(shard.bytes);
    await this.#fetchShard(shard, (at, part) => bytes.set(part, at));
    feed.deliver(shard.url, bytes);
  }

  async #fetchShard(shard: ShardFile, sink?: ByteSink): Promise<void> {
    const hashed = await withHostHash(shard, this.#download);
    await fetchFile(this.#download, hashed, this.#tally.file(shard.url), sink);
  }

  /** What is stored of a file is damaged: it alone is fetched again, and that is told. */
  async #discard(file: WantedFile): Promise<void> {
    await this.#download.store.remove(file.url);
    this.#tally.file(file.url).damage();
    this.#isStored = false;
    this.report();
  }

  #parse(file: WantedFile, bytes: Uint8Array<ArrayBuffer> | undefined): unknown {
    try {
      return JSON.parse(new TextDecoder().decode(bytes));
    } catch {
      throw notAModel(this.#download.variant, `${file.url} is not JSON.`);
    }
  }
}
