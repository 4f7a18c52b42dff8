import type { ModelAddresses } from './address.js';

export interface ReadModelRequest extends ModelAddresses {
  /** What it shall be called; the last part of its address where left out. */
  readonly name?: string;
}
