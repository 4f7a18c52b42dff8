import { pathMatcher } from './path-pattern.mjs';

/** @typedef {import('./space.js').Fault} Fault */
/** @typedef {Fault['kind']} FaultKind */
/**
 * The faults that hit one request.
 *
 * @typedef {{ [Kind in FaultKind]?: Extract<Fault, { kind: Kind }> }} Hits
 */
/** @typedef {{ fault: Fault, matches: (path: string) => boolean, seen: number, hits: number }} Planned */

/** Faults of whoever is asked first, the host or the CDN. @type {ReadonlySet<FaultKind>} */
export const firstContactKinds = new Set(['status', 'refuse', 'html', 'no-cors', 'refuse-preflight']);

/** Faults of the answer that has the file's bytes. @type {ReadonlySet<FaultKind>} */
export const deliveryKinds = new Set([
  'reset',
  'stall',
  'throttle',
  'truncate',
  'flip',
  'no-range',
  'wrong-range',
  'no-etag',
  'no-length',
  'new-etag',
  'change',
]);

/** What they do lasts, so that doing it once is enough. */
const lastingKinds = new Set(['new-etag', 'change']);

/** Kinds of which a request can have one only. */
const endingKinds = new Set(['status', 'refuse', 'html']);

/** The faults of one space, and how often each has hit. */
export class FaultPlan {
  /** @type {Planned[]} */
  #planned = [];

  /**
   * @param {readonly Fault[]} faults
   * @throws Error where one of them is not a fault
   */
  add(faults) {
    this.#planned.push(...faults.map(plan));
  }

  clear() {
    this.#planned = [];
  }

  /**
   * The faults that hit a request.
   *
   * @param {string} path
   * @param {ReadonlySet<FaultKind>} kinds no others are looked at
   * @param {boolean} counts whether the request uses them up
   * @returns {Hits}
   */
  take(path, kinds, counts) {
    const concerned = this.#planned.filter(({ fault, matches }) => kinds.has(fault.kind) && matches(path));
    /** @type {Map<string, Planned>} */
    const due = new Map();
    for (const planned of concerned) {
      const group = endingKinds.has(planned.fault.kind) ? 'ending' : planned.fault.kind;
      if (isDue(planned) && !due.has(group)) due.set(group, planned);
    }
    if (counts) {
      for (const planned of concerned) planned.seen += 1;
      for (const planned of due.values()) planned.hits += 1;
    }
    return Object.fromEntries([...due.values()].map(({ fault }) => [fault.kind, fault]));
  }
}

/** @param {Planned} planned */
function isDue({ fault, seen, hits }) {
  const times = fault.times ?? (lastingKinds.has(fault.kind) ? 1 : Number.POSITIVE_INFINITY);
  return seen >= (fault.skip ?? 0) && hits < times;
}

/**
 * @param {Fault} fault
 * @returns {Planned}
 */
function plan(fault) {
  if (!firstContactKinds.has(fault.kind) && !deliveryKinds.has(fault.kind)) {
    throw new TypeError(`There is no fault of the kind ${JSON.stringify(fault.kind)}.`);
  }
  if (typeof fault.path !== 'string') throw new TypeError(`A ${fault.kind} fault has no path.`);
  return { fault, matches: pathMatcher(fault.path), seen: 0, hits: 0 };
}
