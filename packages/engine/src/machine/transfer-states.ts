import type { TransferActivity } from '../protocol/download-report.js';

/** The substates of a download that runs: it is in the one that its connections' activity names. */
export const transferStates = {
  transferring: { description: 'Bytes arrive, or are about to.' },
  stalled: { description: 'Connections are open, and nothing has arrived for a while.' },
  retrying: { description: 'Every connection waits for its next try.' },
  offline: { description: 'The device is offline; the download goes on by itself when it is back.' },
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
