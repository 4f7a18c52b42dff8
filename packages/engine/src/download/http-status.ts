import { engineError } from '../errors/error-data.js';
import { TransferFailure } from './file-source.js';

/** Statuses that may pass by themselves. */
const PASSING: ReadonlySet<number> = new Set([408, 425, 429, 500, 502, 503, 504]);

const MEANINGS: Readonly<Record<number, string>> = {
  401: 'it asks for a login, so the model is not public',
  403: 'it does not give the file to everybody',
  404: 'it does not have the file (any more)',
  408: 'the request took too long',
  410: 'it has removed the file',
  425: 'it is not ready yet',
  429: 'it has had too many requests',
  451: 'it may not give the file for legal reasons',
};

/** An answer that is not the file. */
export function statusFailure(url: string, { status, headers }: Response): TransferFailure {
  const { host } = new URL(url);
  const meaning = MEANINGS[status] ?? (status >= 500 ? 'it has trouble of its own' : 'it refused the request');
  const error = engineError('http-status', `${host} answered ${status}: ${meaning}.`, url);
  const isPassing = PASSING.has(status) || status > 504;
  return new TransferFailure(error, isPassing ? 'wait' : 'none', retryAfter(headers.get('retry-after'), Date.now()));
}

/**
 * `Retry-After` in seconds, which comes as a number or as a date; `null` where it says nothing.
 *
 * @param now milliseconds of `Date.now()`
 */
export function retryAfter(header: string | null, now: number): number | null {
  if (header === null) return null;
  const seconds = /^\d+$/.test(header.trim()) ? Number(header) : (Date.parse(header) - now) / 1000;
  return Number.isNaN(seconds) ? null : Math.max(0, seconds);
}
