import { engineError } from '../errors/error-data.js';
import { type FileSource, type OpenedFile, TransferFailure } from './file-source.js';
import { statusFailure } from './http-status.js';

/** A line that fails for a moment looks like a host that refuses; three times in a row is no moment. */
const LOOKS = 3;

/**
 * Files by HTTP. A download that goes on sends `Range` and `If-Range`; a host that doesn't know them, or whose file
 * has changed, sends the whole file, which is told by `from: 0`.
 *
 * @param priority `low` for what must not get in the way of the page's own requests
 */
export function httpSource(priority: RequestPriority): FileSource {
  /** Hosts whose CORS preflight doesn't allow `If-Range`: they get a `Range` alone, and their `ETag` is compared here. */
  const withoutIfRange = new Set<string>();

  const request = (url: string, headers: Record<string, string>, signal: AbortSignal) =>
    fetch(url, { headers, signal, priority, cache: 'no-store' });

  async function respond(url: string, from: number, validator: string | null, signal: AbortSignal): Promise<Response> {
    const { host } = new URL(url);
    const range: Record<string, string> = from > 0 ? { Range: `bytes=${from}-` } : {};
    const sendsIfRange = from > 0 && isStrong(validator) && !withoutIfRange.has(host);
    let headers = sendsIfRange ? { ...range, 'If-Range': validator } : range;
    for (let look = 1; ; look += 1) {
      try {
        const response = await request(url, headers, signal);
        if (sendsIfRange && headers === range) withoutIfRange.add(host);
        return response;
      } catch (cause) {
        if (!(await isRefused(url, cause, signal))) throw cause;
        if (look === LOOKS) throw refused(host, cause);
        headers = range;
      }
    }
  }

  return {
    async open(url, from, validator, signal) {
      const response = await respond(url, from, validator, signal);
      return accept(url, response, from, validator);
    },
    explain: unreachable,
  };
}

async function accept(url: string, response: Response, from: number, validator: string | null): Promise<OpenedFile> {
  const { body, headers, status } = response;
  const etag = headers.get('etag');
  if (status === 416) {
    // What is here is longer than the file: another version of it.
    await body?.cancel();
    throw changed(url);
  }
  if (!response.ok || body === null) {
    await body?.cancel();
    throw statusFailure(url, response);
  }
  if (headers.get('content-type')?.startsWith('text/html')) {
    await body.cancel();
    throw new TransferFailure(webPage(url), 'wait');
  }
  if (status !== 206) return { from: 0, bytes: wholeLength(headers), validator: etag, body };

  const [, start, size] = /^bytes (\d+)-\d+\/(\d+)$/.exec(headers.get('content-range') ?? '') ?? [];
  const begins = start === undefined ? from : Number(start);
  const hasChanged = validator !== null && etag !== null && etag !== validator;
  if (hasChanged || (begins !== from && begins !== 0)) {
    await body.cancel();
    throw changed(url);
  }
  return { from: begins, bytes: size === undefined ? null : Number(size), validator: etag, body };
}

function refused(host: string, cause: unknown): TransferFailure {
  const message = `${host} does not let pages like this one read its files (CORS).`;
  return new TransferFailure(engineError('cors-refused', message, cause), 'none');
}

function changed(url: string): TransferFailure {
  return new TransferFailure(
    engineError('integrity-mismatch', 'A file of this model has changed at its host.', url),
    'wait',
  );
}

/** What networks that want a login first put in place of a file; some servers do so for files they don't have. */
function webPage(url: string) {
  const message = `A web page came in place of a file from ${new URL(url).host}: this network may want a login first.`;
  return engineError('model-incompatible', message, url);
}

/** A compressed body's `Content-Length` is not the file's. */
function wholeLength(headers: Headers): number | null {
  const length = headers.get('content-encoding') === null ? headers.get('content-length') : null;
  return length === null ? null : Number(length);
}

/** `If-Range` compares strongly: a weak validator never matches. */
function isStrong(validator: string | null): validator is string {
  return validator !== null && !validator.startsWith('W/');
}

/**
 * Whether the host is there, but lets no script of this page read from it: a request that asks for nothing readable
 * then succeeds where the readable one failed.
 */
async function isRefused(url: string, cause: unknown, signal: AbortSignal): Promise<boolean> {
  if (!(cause instanceof TypeError) || !navigator.onLine || new URL(url).origin === location.origin) return false;
  return fetch(url, { method: 'HEAD', mode: 'no-cors', cache: 'no-store', signal }).then(
    () => true,
    () => false,
  );
}

function unreachable(url: string, cause: unknown): TransferFailure {
  if (!navigator.onLine) return new TransferFailure(engineError('offline', 'This device is offline.', cause), 'online');
  const message = `${new URL(url).host} can’t be reached.`;
  return new TransferFailure(engineError('host-unreachable', message, cause), 'wait');
}
