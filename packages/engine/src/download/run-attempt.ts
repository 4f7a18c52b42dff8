import { EngineError } from '../errors/engine-error.js';
import { engineError } from '../errors/error-data.js';
import type { StoredFile } from '../store/file-record.js';
import type { FetchContext } from './fetch-context.js';
import type { FileArrival } from './file-arrival.js';
import { TransferFailure } from './file-source.js';
import { checkSize } from './wanted-file.js';
import { Watchdog } from './watchdog.js';

/**
 * One connection for one file, from where it stands to its end.
 *
 * @throws TransferFailure, EngineError, AbortError
 */
export async function runAttempt(
  { source, settings, signal }: FetchContext,
  arrival: FileArrival,
): Promise<StoredFile> {
  const { file, tally } = arrival;
  if (arrival.position > 0 && arrival.position === file.bytes) return arrival.finish();
  const { host } = new URL(file.url);
  const cut = new AbortController();
  const either = AbortSignal.any([signal, cut.signal]);
  const offline = () => {
    cut.abort(new TransferFailure(engineError('offline', 'This device is offline.', file.url), 'online'));
  };
  const watchdog = new Watchdog(settings.stallSeconds, () => {
    const message = `${host} has sent nothing for ${settings.stallSeconds} seconds.`;
    cut.abort(new TransferFailure(engineError('stalled', message, file.url), 'wait'));
  });
  addEventListener('offline', offline);
  tally.opened();
  try {
    const opened = await watchdog.over(source.open(file.url, arrival.position, arrival.validator, either));
    const size = file.bytes ?? opened.bytes;
    tally.size = size;
    const reader = opened.body.getReader();
    try {
      if (opened.bytes !== null) checkSize(file, opened.bytes);
      if (opened.from !== arrival.position || arrival.position === 0) await arrival.restart(opened.validator);
      for (;;) {
        const { done, value } = await watchdog.over(reader.read());
        if (done) break;
        await arrival.take(value);
      }
    } finally {
      reader.cancel().catch(() => undefined);
    }
    if (size !== null && arrival.position < size) {
      const message = `${host} ended the connection in the middle of a file.`;
      throw new TransferFailure(engineError('host-unreachable', message, file.url), 'wait');
    }
    return await arrival.finish();
  } catch (thrown) {
    if (cut.signal.aborted && !signal.aborted) throw cut.signal.reason;
    if (signal.aborted || thrown instanceof TransferFailure || EngineError.isInstance(thrown)) throw thrown;
    throw source.explain(file.url, thrown);
  } finally {
    tally.closed();
    removeEventListener('offline', offline);
  }
}
