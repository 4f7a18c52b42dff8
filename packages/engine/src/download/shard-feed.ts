/** Shards that may be in memory at once. */
const SHARDS_IN_MEMORY = 6;

/**
 * Hands shards from the download to the GPU as they come, in memory: whoever loads asks for one after the other and
 * waits; whoever downloads waits while six are on their way or not yet taken.
 */
export class ShardFeed {
  readonly #shards = new Map<string, Shard>();
  readonly #smallFiles = new Map<string, Uint8Array<ArrayBuffer>>();
  readonly #waiting: Waiter[] = [];
  #free = SHARDS_IN_MEMORY;
  #taken: string | null = null;
  #end: { readonly reason: unknown } | null = null;

  /** The shards that will come, and are not taken yet. */
  get urls(): readonly string[] {
    return [...this.#shards.keys()];
  }

  /** A file that was read to be checked, and will be asked for: it need not be read again. */
  hold(url: string, bytes: Uint8Array<ArrayBuffer>): void {
    this.#smallFiles.set(url, bytes);
  }

  announce(urls: readonly string[]): void {
    for (const url of urls) this.#shards.set(url, new Shard());
  }

  /** Resolves when one more shard may be brought into memory, in the order of the calls: that of the shards. */
  async reserve(): Promise<void> {
    if (this.#end !== null) throw this.#end.reason;
    if (this.#free > 0) this.#free -= 1;
    else await new Promise<void>((resolve, reject) => this.#waiting.push({ resolve, reject }));
  }

  deliver(url: string, bytes: Uint8Array<ArrayBuffer>): void {
    this.#shards.get(url)?.resolve(bytes);
  }

  /** A file's bytes; `undefined` for what is not here. Asking for another shard gives the room of the last one free. */
  take(url: string): Promise<Uint8Array<ArrayBuffer>> | undefined {
    const small = this.#smallFiles.get(url);
    if (small !== undefined) return Promise.resolve(small);
    const shard = this.#shards.get(url);
    if (shard === undefined) return undefined;
    if (this.#end !== null) return Promise.reject(ended(this.#end.reason));
    if (this.#taken !== url) this.#giveBack();
    this.#taken = url;
    return shard.bytes;
  }

  /** Nothing more will come: whoever waits, or asks later, is told, and why as the `cause`. */
  end(reason: unknown): void {
    this.#end ??= { reason };
    for (const shard of this.#shards.values()) shard.reject(ended(reason));
    for (const waiter of this.#waiting.splice(0)) waiter.reject(reason);
  }

  #giveBack(): void {
    if (this.#taken === null) return;
    this.#shards.delete(this.#taken);
    const next = this.#waiting.shift();
    if (next) next.resolve();
    else this.#free += 1;
  }
}

/** For web-llm, which tells the console where a load ends in an `AbortError`, also one that a person asked for. */
function ended(cause: unknown): Error {
  return new Error('No more shards will come.', { cause });
}

interface Waiter {
  readonly resolve: () => void;
  readonly reject: (reason: unknown) => void;
}

class Shard {
  resolve!: (bytes: Uint8Array<ArrayBuffer>) => void;
  reject!: (reason: unknown) => void;
  readonly bytes: Promise<Uint8Array<ArrayBuffer>>;

  constructor() {
    this.bytes = new Promise((resolve, reject) => {
      this.resolve = resolve;
      this.reject = reject;
    });
    // Nobody may be waiting for it when it fails.
    this.bytes.catch(() => undefined);
  }
}
