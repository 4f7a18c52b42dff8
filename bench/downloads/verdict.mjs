/** @typedef {import('../../tools/model-host/space.js').Fault} Fault */

/** Most characters of an error that are printed. */
const SHORT = 160;

/**
 * @param {import('../../tools/model-host/fault-table.mjs').FaultRow} row
 * @param {import('./load-under-faults.mjs').LoadOutcome} outcome
 * @returns {{ isSurvived: boolean, text: string }}
 */
export function verdictOf({ faults, ends }, { end, failure, log }) {
  if (end === 'waiting') return { isSurvived: false, text: 'still waiting after 60 s, without an error' };
  if (end === 'failed') {
    const text = [failure.code, failure.message, failure.detail].filter(Boolean).join(' | ').replace(/\s+/g, ' ');
    const isTold = failure.code !== undefined && failure.code === ends;
    return { isSurvived: isTold, text: `${isTold ? 'told' : 'failed'}: ${text.slice(0, SHORT)}` };
  }
  if (faults.some((fault) => isLastDamaged(fault, log))) return { isSurvived: false, text: 'took damaged bytes' };
  return { isSurvived: ends === 'complete', text: 'answers' };
}

/**
 * Whether what a visitor got of a file at the last was not the file.
 *
 * @param {Fault} fault
 * @param {import('../../tools/model-host/space.js').SpaceLog} log
 */
function isLastDamaged({ kind, path, skip = 0, times = Number.POSITIVE_INFINITY }, { deliveries }) {
  const last = deliveries.filter((delivery) => delivery.path === path).length;
  if (kind === 'change') return last > skip;
  return ['flip', 'truncate'].includes(kind) && last > skip && last <= skip + times;
}
