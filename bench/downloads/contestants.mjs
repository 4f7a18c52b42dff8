/**
 * @typedef {object} Contestant
 * @property {string} name
 * @property {'raw' | 'ours'} side
 * @property {object} options what its page is told beside the model
 * @property {'caches' | 'indexedDB' | 'fileSystem'} storage where its bytes have to be, as Chromium counts them
 */

export const rawCache = raw('cache', 'caches');
export const rawIndexeddb = raw('indexeddb', 'indexedDB');
export const rawOpfs = raw('opfs', 'fileSystem');
export const oursIndexeddb = ours('indexeddb', 'indexedDB');
export const oursOpfs = ours('opfs', 'fileSystem');

export const contestants = [rawCache, rawIndexeddb, rawOpfs, oursIndexeddb, oursOpfs];

/** @returns {Contestant} */
function raw(cacheBackend, storage) {
  return { name: `web-llm ${cacheBackend}`, side: 'raw', options: { cacheBackend }, storage };
}

/** @returns {Contestant} */
function ours(storage, place) {
  return { name: `Tabmind ${storage}`, side: 'ours', options: { storage }, storage: place };
}
