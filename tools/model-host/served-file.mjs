import { fixedContent, pseudoRandomContent } from './content.mjs';
import { contentHashes } from './content-hashes.mjs';

/** One file of a space, in the version that is served now. */
export class ServedFile {
  #version = 0;
  #etagRevision = 0;
  #original;

  /**
   * @param {string} path
   * @param {Buffer | number} original its bytes, or how many pseudo-random ones
   */
  constructor(path, original) {
    this.path = path;
    this.#original = original;
  }

  /** @returns {import('./content.mjs').Content} */
  get content() {
    const original = this.#original;
    if (typeof original === 'number') return pseudoRandomContent(this.path, this.#version, original);
    if (this.#version === 0) return fixedContent(original);
    if (!this.path.endsWith('.json')) return pseudoRandomContent(this.path, this.#version, original.byteLength);
    return fixedContent(Buffer.concat([original, Buffer.from('\n'.repeat(this.#version))]));
  }

  hashes() {
    const isPseudoRandom = typeof this.#original === 'number';
    const { content } = this;
    return contentHashes(content, isPseudoRandom ? `${this.path} ${this.#version} ${content.bytes}` : undefined);
  }

  /** Strong, in quotes. */
  async etag() {
    const revision = this.#etagRevision;
    const { sha256 } = await this.hashes();
    return revision === 0 ? `"${sha256}"` : `"${sha256}-${revision}"`;
  }

  /** Other bytes from now on. */
  change() {
    this.#version += 1;
  }

  /** Another ETag for the same bytes from now on. */
  renewEtag() {
    this.#etagRevision += 1;
  }
}
