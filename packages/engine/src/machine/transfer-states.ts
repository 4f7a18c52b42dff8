import type { TransferActivity } from '../protocol/download-report.js';

/** The substates of a download that runs: it is in the one that its connections' activity names. */
export const transferStates = {
  transferring: {},
  stalled: {},
  retrying: {},
  offline: {},
} as const satisfies Record<TransferActivity, object>;

/** The guards of the ways into those states, over whatever a machine holds to be a report of its own. */
export function activityGuards<Args extends { readonly event: object }>(isCurrent: (args: Args) => boolean) {
  const tells = (activity: TransferActivity) => (args: Args) =>
    isCurrent(args) && 'activity' in args.event && args.event.activity === activity;
  return {
    isTransferring: tells('transferring'),
    isStalled: tells('stalled'),
    isRetrying: tells('retrying'),
    isOffline: tells('offline'),
  };
}
