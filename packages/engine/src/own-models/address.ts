import type { EngineError } from '../errors/engine-error.js';
import { engineError } from '../errors/error-data.js';

/** Where a model is: the folder of its weights, and its library. Relative ones are resolved against the page. */
export interface ModelAddresses {
  /** A Hugging Face page (`https://huggingface.co/owner/name`), or any folder that has the files below `resolve/main/`. */
  readonly modelUrl: string;
  /** The compiled WebGPU library (`.wasm`). */
  readonly libraryUrl: string;
}

const WORDS = { modelUrl: 'The model’s address', libraryUrl: 'The library’s address' } as const;

/** Stands for the page's own address, which only decides how a relative one goes on. */
const ANY_PAGE = 'https://page.invalid/';

/** @throws EngineError `invalid-request` where one is missing or no web address; its `detail` begins with the option's name */
export function checkAddresses(addresses: ModelAddresses): void {
  for (const option of ['modelUrl', 'libraryUrl'] as const) {
    const address: unknown = addresses[option];
    if (typeof address !== 'string' || address.trim() === '') throw refused(option, 'is missing', address);
    if (!/^https?:$/.test(protocolOf(address))) throw refused(option, 'is not a web address', address);
  }
}

function protocolOf(address: string): string {
  return URL.canParse(address, ANY_PAGE) ? new URL(address, ANY_PAGE).protocol : '';
}

function refused(option: keyof ModelAddresses, lack: string, address: unknown): EngineError {
  return engineError('invalid-request', `${WORDS[option]} ${lack}.`, `${option}: ${JSON.stringify(address)}`);
}

/** Where weights are, without what every host appends: `huggingface.co/mlc-ai/Phi-2-MLC`, or the path of a relative one. */
export function placeOf(modelUrl: string): string {
  const { host, pathname } = new URL(modelUrl, ANY_PAGE);
  const path = decodeURI(pathname).replace(/\/resolve\/[^/]+\/?$/, '');
  const place = `${host}${path}`.replace(/\/+$/, '');
  return place.replace(/^page\.invalid\/?/, '');
}
