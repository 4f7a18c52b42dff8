import { pathMatcher } from './path-pattern.mjs';

/** @typedef {import('./space.js').Delivery} Delivery */
/** @typedef {import('./space.js').RequestEntry} RequestEntry */
/** @typedef {import('./space.js').Milestone} Milestone */
/**
 * @template Entry
 * @typedef {{ -readonly [Key in keyof Entry]: Entry[Key] }} Writable
 */

/** What a space was asked and what it sent. */
export class Journal {
  /** @type {Writable<Delivery>[]} */
  #deliveries = [];
  /** @type {Writable<RequestEntry>[]} */
  #requests = [];
  /** @type {Set<() => void>} called after each change */
  #watchers = new Set();

  /** @returns {import('./space.js').SpaceLog} */
  get log() {
    return { deliveries: this.#deliveries, requests: this.#requests };
  }

  /**
   * @param {RequestEntry} entry
   * @returns {(status: number) => void} to be told what it was answered
   */
  request(entry) {
    const written = { ...entry };
    this.#requests.push(written);
    this.#notify();
    return (status) => {
      written.status = status;
    };
  }

  /** @param {Omit<Delivery, 'sentBytes' | 'end'>} begun */
  delivery(begun) {
    /** @type {Writable<Delivery>} */
    const written = { ...begun, sentBytes: 0, end: 'open' };
    this.#deliveries.push(written);
    return {
      /** @param {number} bytes */
      sent: (bytes) => {
        written.sentBytes += bytes;
        this.#notify();
      },
      /** @param {'whole' | 'cut'} how */
      ended: (how) => {
        written.end = how;
        this.#notify();
      },
    };
  }

  /**
   * @param {Milestone} milestone
   * @param {AbortSignal} signal
   * @returns {Promise<void>}
   * @throws AbortError
   */
  reached(milestone, signal) {
    const isReached = this.#check(milestone);
    return new Promise((resolve, reject) => {
      const end = () => {
        this.#watchers.delete(watch);
        signal.removeEventListener('abort', abort);
      };
      const abort = () => {
        end();
        reject(signal.reason);
      };
      const watch = () => {
        if (!isReached()) return;
        end();
        resolve();
      };
      signal.addEventListener('abort', abort);
      this.#watchers.add(watch);
      if (signal.aborted) abort();
      else watch();
    });
  }

  /** @param {Milestone} milestone */
  #check({ path, sentBytes = 0, requests = 0, ended = 0 }) {
    const matches = path === undefined ? () => true : pathMatcher(path);
    return () => {
      const deliveries = this.#deliveries.filter((entry) => matches(entry.path));
      const sent = deliveries.reduce((sum, entry) => sum + entry.sentBytes, 0);
      const over = deliveries.filter(({ end }) => end !== 'open');
      const begun = this.#requests.filter((entry) => isFirstContact(entry) && matches(entry.path));
      return sent >= sentBytes && begun.length >= requests && over.length >= ended;
    };
  }

  #notify() {
    for (const watch of [...this.#watchers]) watch();
  }
}

/** @param {RequestEntry} entry */
function isFirstContact({ method, isRedirected }) {
  return method === 'GET' && !isRedirected;
}
