import { randomUUID } from 'node:crypto';
import { FaultPlan } from './fault-plan.mjs';
import { Journal } from './journal.mjs';
import { Line } from './line.mjs';
import { runnableModel } from './runnable-model.mjs';
import { syntheticModel } from './synthetic-model.mjs';

const LIBRARY = 'model.wasm';

/** @typedef {import('./fault-plan.mjs').Hits} Hits */

/** All that the servers know of one space. */
export class ServedSpace {
  id = randomUUID().slice(0, 8);
  faults = new FaultPlan();
  journal = new Journal();
  /** @type {Set<() => void>} */
  #stalled = new Set();
  /** @type {Map<string, Hits>} */
  #tickets = new Map();
  #end = new AbortController();

  /**
   * @param {import('./space.js').SpaceOptions} options
   * @param {import('./served-file.mjs').ServedFile[]} files
   */
  constructor({ redirect = true, bytesPerSecond }, files) {
    this.redirects = redirect;
    this.line = bytesPerSecond === undefined ? undefined : new Line(bytesPerSecond);
    this.files = new Map(files.map((file) => [file.path, file]));
  }

  /**
   * @param {import('./space.js').SpaceOptions} options
   * @throws Error where the options are not valid
   */
  static async create(options) {
    const { model } = options;
    if (model.kind === 'synthetic') return new ServedSpace(options, await syntheticModel(model));
    if (model.kind === 'guide' || model.kind === 'tiny') return new ServedSpace(options, await runnableModel(model));
    throw new TypeError('A model is synthetic, the guide or the tiny one.');
  }

  /**
   * For the address that a request is redirected to: what was decided where it was asked first holds there as well, and
   * it is not counted again.
   *
   * @param {Hits} hits
   */
  issueTicket(hits) {
    const ticket = randomUUID();
    this.#tickets.set(ticket, hits);
    return ticket;
  }

  /**
   * @param {string | null} ticket
   * @param {boolean} isUsedUp whether the same address is another request from now on
   */
  redeem(ticket, isUsedUp) {
    if (ticket === null) return undefined;
    const hits = this.#tickets.get(ticket);
    if (isUsedUp) this.#tickets.delete(ticket);
    return hits;
  }

  /**
   * Resolves at the next `release`.
   *
   * @param {AbortSignal} signal
   * @returns {Promise<void>}
   */
  stall(signal) {
    return new Promise((resolve, reject) => {
      this.#stalled.add(resolve);
      signal.addEventListener('abort', () => {
        this.#stalled.delete(resolve);
        reject(signal.reason);
      });
    });
  }

  /** Aborted when the space is closed. */
  get closed() {
    return this.#end.signal;
  }

  close() {
    this.#end.abort();
  }

  release() {
    for (const resume of this.#stalled) resume();
    this.#stalled.clear();
  }

  /**
   * @param {string} origin the host's
   * @returns {Promise<import('./space.js').SpaceDescription>}
   */
  async describe(origin) {
    const modelUrl = `${origin}/${this.id}/acme/model`;
    const libraryUrl = `${origin}/${this.id}/libraries/${LIBRARY}`;
    const files = await Promise.all(
      [...this.files.values()].map(async (file) => ({
        path: file.path,
        url: file.path === LIBRARY ? libraryUrl : `${modelUrl}/resolve/main/${file.path}`,
        bytes: file.content.bytes,
        ...(await file.hashes()),
      })),
    );
    const totalBytes = files.reduce((sum, { bytes }) => sum + bytes, 0);
    return { id: this.id, modelUrl, libraryUrl, totalBytes, files };
  }
}
