export const codeAnswer = `Here is a small cache that forgets what was used longest ago.

\`\`\`ts
export class LeastRecentlyUsed<Key, Value> {
  readonly #entries = new Map<Key, Value>();

  constructor(readonly capacity: number) {}

  get(key: Key): Value | undefined {
    const value = this.#entries.get(key);
    if (value === undefined) return undefined;
    this.#entries.delete(key);
    this.#entries.set(key, value);
    return value;
  }

  set(key: Key, value: Value): void {
    this.#entries.delete(key);
    this.#entries.set(key, value);
    const oldest = this.#entries.keys().next();
    if (this.#entries.size > this.capacity && !oldest.done) this.#entries.delete(oldest.value);
  }
}
\`\`\`

It leans on three facts:

1. A \`Map\` keeps the order in which keys were set.
2. Setting a key anew, after \`delete\`, puts it last.
3. So the first key is the one that nobody has asked for in the longest time.

> The type parameters are free: any key that a \`Map\` can tell apart will do.

Try it with a capacity of two: [how maps order keys](https://developer.mozilla.org/docs/Web/JavaScript/Reference/Global_Objects/Map).`;

export const tableAnswer = `The four planets nearest to the Sun:

| Planet | Distance, million km | Day | Moons |
| --- | ---: | ---: | ---: |
| Mercury | 57.9 | 4,222 h | 0 |
| Venus | 108.2 | 2,802 h | 0 |
| Earth | 149.6 | 24 h | 1 |
| Mars | 228.0 | 24.7 h | 2 |

- [x] **Earth** is where you are
- [ ] *Mars* is where robots are`;

export const story =
  'Once there was a hedgehog named Pim who lived under an old oak. One evening he found a lantern in the grass. He carried it home, and from then on the whole wood could see the way.';
