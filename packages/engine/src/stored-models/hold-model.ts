import { downloadLock } from '../download/share-download.js';
import { engineError } from '../errors/error-data.js';
import type { ModelRecord } from '../store/model-record.js';

/**
 * Runs while no tab downloads or loads any of these models.
 *
 * @throws EngineError `busy` where one does
 */
export async function whileAtRest<Result>(
  records: readonly ModelRecord[],
  run: () => Promise<Result>,
): Promise<Result> {
  const [first, ...others] = records;
  if (first === undefined) return run();
  return navigator.locks.request(downloadLock(first.lockKey), { ifAvailable: true }, (lock) => {
    if (lock === null) {
      throw engineError('busy', `${first.name} is being downloaded or loaded; that has to end first.`);
    }
    return whileAtRest(others, run);
  });
}
