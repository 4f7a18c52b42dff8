import { median } from '../lib/median.mjs';
import { oursIndexeddb, oursOpfs, rawCache, rawIndexeddb, rawOpfs } from './contestants.mjs';

const best = [rawCache, rawIndexeddb, rawOpfs];

const wanted = [
  { name: 'IndexedDB cold / web-llm’s IndexedDB', ours: oursIndexeddb, raw: [rawIndexeddb], start: 'cold', most: 0.78 },
  { name: 'IndexedDB warm / web-llm’s IndexedDB', ours: oursIndexeddb, raw: [rawIndexeddb], start: 'warm', most: 0.5 },
  { name: 'IndexedDB warm / web-llm’s best', ours: oursIndexeddb, raw: best, start: 'warm', most: 1 },
  { name: 'OPFS cold / web-llm’s best', ours: oursOpfs, raw: best, start: 'cold', most: 0.9 },
  { name: 'OPFS warm / web-llm’s best', ours: oursOpfs, raw: best, start: 'warm', most: 0.8 },
];

/** @param {Map<import('./contestants.mjs').Contestant, Record<'cold' | 'warm', number[]>>} figures */
export function printRatios(figures) {
  const time = (contestant, start) => median(figures.get(contestant)[start]);
  for (const { name, ours, raw, start, most } of wanted) {
    const ratio = time(ours, start) / Math.min(...raw.map((contestant) => time(contestant, start)));
    console.log(`${name.padEnd(38)} ${ratio.toFixed(2)} of at most ${most}: ${ratio <= most ? 'reached' : 'missed'}`);
  }
}
