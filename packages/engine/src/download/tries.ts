import { EngineError } from '../errors/engine-error.js';
import { toErrorData } from '../errors/error-data.js';
import type { RetryNotice } from '../protocol/download-report.js';
import type { HostSettings } from '../protocol/settings.js';
import { TransferFailure } from './file-source.js';
import { retryDelay } from './retry-delay.js';

/** Times that a file may arrive wrong: a host that serves it so again will go on doing it. */
const WRONG_ARRIVALS = 3;

/** What to do after a failed try. */
export type Verdict =
  /** `isWrong`: what is here is not the file that was wanted, and is of no use. */
  | { readonly type: 'give-up'; readonly error: unknown; readonly isWrong: boolean }
  | { readonly type: 'wait-online' }
  /** `anew`: nothing of what is here can be right. */
  | { readonly type: 'try-again'; readonly from: 'here' | 'anew'; readonly notice: RetryNotice };

/** Keeps one file's failures, and judges each. */
export class Tries {
  readonly #settings: HostSettings;
  readonly #host: string;
  #failures = 0;
  #wrongArrivals = 0;

  constructor(settings: HostSettings, host: string) {
    this.#settings = settings;
    this.#host = host;
  }

  /** Something of it was stored: the line works. */
  succeeded(): void {
    this.#failures = 0;
  }

  judge(thrown: unknown): Verdict {
    const failure = asFailure(thrown);
    if (failure === null || failure.remedy === 'none') {
      return { type: 'give-up', error: failure?.error ?? thrown, isWrong: false };
    }
    if (failure.remedy === 'online') return { type: 'wait-online' };
    const isWrong = failure.error.code === 'integrity-mismatch';
    if (isWrong) this.#wrongArrivals += 1;
    else this.#failures += 1;
    const attempt = isWrong ? this.#wrongArrivals : this.#failures;
    const limit = isWrong ? Math.min(WRONG_ARRIVALS, this.#settings.retryLimit) : this.#settings.retryLimit;
    if (attempt > limit) return { type: 'give-up', error: failure.error, isWrong };
    const delay = retryDelay(attempt, this.#settings.retrySeconds, failure.retryAfterSeconds);
    const notice = {
      host: this.#host,
      error: toErrorData(failure.error),
      attempt,
      limit,
      at: Date.now() + delay * 1000,
    };
    return { type: 'try-again', from: isWrong ? 'anew' : 'here', notice };
  }
}

/** A file that arrived wrong is tried again too; `null` for what no try can mend. */
function asFailure(thrown: unknown): TransferFailure | null {
  if (thrown instanceof TransferFailure) return thrown;
  const isWrong = EngineError.isInstance(thrown) && thrown.code === 'integrity-mismatch';
  return isWrong ? new TransferFailure(thrown, 'wait') : null;
}
