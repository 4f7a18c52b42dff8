/**
 * Everything that a host of models, or the line to it, is known to do to a download. Each row brings it about on a model
 * of four shards of 9 MiB (and whatever small ones come before), named `params_shard_1.bin` to `params_shard_4.bin`.
 *
 * @typedef {object} FaultRow
 * @property {string} name
 * @property {readonly import('./space.js').Fault[]} faults
 * @property {'complete' | string} ends `complete`, or the code of the error that tells it
 * @property {number} refetched bytes that may be sent a second time, the first try of a file that can't be used included
 * @property {boolean} [atOnce] whether it is told without another try
 * @property {readonly string[]} [shown] what a person has to be shown on the way, beside the transfer itself
 */

const MiB = 2 ** 20;

/** The padding of the model that the table is for. */
export const faultTableShards = { count: 4, bytes: 9 * MiB };

const whole = faultTableShards.bytes;
/** What a browser had not read yet when its connection was reset: the system throws it away. */
const unread = 4 * MiB;
const shard = 'params_shard_2.bin';
const weights = '/params_shard_[1-4].bin/';

/** @type {readonly FaultRow[]} */
export const faultTable = [
  { name: 'nothing at all', faults: [], ends: 'complete', refetched: 0 },

  row('a reset in mid-body', [{ kind: 'reset', path: shard, afterBytes: 6 * MiB, times: 1 }], unread),
  row('resets again and again', [{ kind: 'reset', path: shard, afterBytes: 2 * MiB, times: 3 }], 3 * unread),
  row('a reset of every shard', [{ kind: 'reset', path: weights, afterBytes: 5 * MiB, times: 4 }], 4 * unread),
  row('a connection that is refused twice', [{ kind: 'refuse', path: shard, times: 2 }], 0),
  row('a refused list', [{ kind: 'refuse', path: 'tensor-cache.json', times: 2 }], 0),
  row('a library that is cut', [{ kind: 'reset', path: 'model.wasm', afterBytes: 65_536, times: 1 }], unread),
  row('a body that stalls', [{ kind: 'stall', path: shard, afterBytes: 5 * MiB, times: 1 }], unread),
  row('every connection stalled', [{ kind: 'stall', path: weights, afterBytes: 5 * MiB, times: 4 }], 4 * unread, [
    'stalled',
  ]),
  row('a list that stalls', [{ kind: 'stall', path: 'mlc-chat-config.json', afterBytes: 0, times: 1 }], unread, [
    'stalled',
  ]),

  ...[408, 425, 429, 500, 502, 503, 504].map((status) =>
    row(`${status}, twice`, [{ kind: 'status', path: shard, status, times: 2 }], 0),
  ),
  row('429 with Retry-After', [{ kind: 'status', path: shard, status: 429, retryAfter: 1, times: 1 }], 0),
  row(
    '503 with a Retry-After date',
    [{ kind: 'status', path: shard, status: 503, retryAfter: new Date(0).toUTCString(), times: 1 }],
    0,
  ),
  row('500 for the list', [{ kind: 'status', path: 'tensor-cache.json', status: 500, times: 1 }], 0),
  row('a page in place of a shard (captive portal)', [{ kind: 'html', path: shard, times: 1 }], 0),
  row('a page in place of a list (captive portal)', [{ kind: 'html', path: 'tensor-cache.json', times: 1 }], 0),

  row('a truncated shard', [{ kind: 'truncate', path: shard, bytes: 1000, times: 1 }], whole),
  row('a flipped bit', [{ kind: 'flip', path: shard, atByte: 5 * MiB, times: 1 }], whole),
  row('a host without Range, after a reset', [{ kind: 'no-range', path: shard }, reset(6)], whole),
  row('a Range that is answered from byte 0', [{ kind: 'wrong-range', path: shard }, reset(6)], whole),
  row('another ETag after a reset', [{ kind: 'new-etag', path: shard, skip: 1, times: 1 }, reset(6)], whole),
  row('no ETag, after a reset', [{ kind: 'no-etag', path: shard }, reset(6)], unread),
  row('no Content-Length, and a reset', [{ kind: 'no-length', path: shard }, reset(6)], unread),
  row(
    'a preflight that refuses If-Range, after a reset',
    [{ kind: 'refuse-preflight', path: shard }, reset(6)],
    unread,
  ),

  told('a file that changed in the middle', 'integrity-mismatch', [
    { kind: 'change', path: shard, skip: 1, times: 1 },
    reset(6),
  ]),
  told('a bit that is always flipped', 'integrity-mismatch', [{ kind: 'flip', path: shard, atByte: 5 * MiB }]),
  toldAtOnce('404', 'http-status', [{ kind: 'status', path: shard, status: 404 }]),
  toldAtOnce('403', 'http-status', [{ kind: 'status', path: 'tensor-cache.json', status: 403 }]),
  told('500 without end', 'http-status', [{ kind: 'status', path: shard, status: 500 }]),
  told('a host that is never there', 'host-unreachable', [{ kind: 'refuse', path: shard }]),
  told('a stall without end', 'stalled', [{ kind: 'stall', path: shard, afterBytes: 0 }]),
  toldAtOnce('no CORS headers', 'cors-refused', [{ kind: 'no-cors', path: shard }]),
  told('pages in place of everything', 'model-incompatible', [{ kind: 'html', path: '/./' }]),
];

/** @returns {import('./space.js').Fault} */
function reset(/** @type {number} */ mebibytes) {
  return { kind: 'reset', path: shard, afterBytes: mebibytes * MiB, times: 1 };
}

/**
 * A download that has to survive.
 *
 * @param {string} name
 * @param {readonly import('./space.js').Fault[]} faults
 * @param {number} refetched
 * @param {readonly string[]} [shown]
 * @returns {FaultRow}
 */
function row(name, faults, refetched, shown) {
  return { name, faults, ends: 'complete', refetched, ...(shown && { shown }) };
}

/**
 * A download that can't, and has to say why.
 *
 * @param {string} name
 * @param {string} ends
 * @param {readonly import('./space.js').Fault[]} faults
 * @returns {FaultRow}
 */
function told(name, ends, faults) {
  return { name, faults, ends, refetched: Number.POSITIVE_INFINITY };
}

/**
 * A download that no other try can help.
 *
 * @param {string} name
 * @param {string} ends
 * @param {readonly import('./space.js').Fault[]} faults
 * @returns {FaultRow}
 */
function toldAtOnce(name, ends, faults) {
  return { ...told(name, ends, faults), atOnce: true };
}
