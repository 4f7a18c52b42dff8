/**
 * Calls with each snapshot that is another one than the last: an actor calls after every event, those that change nothing
 * included. Returns the way to stop.
 */
export function tellChanges<Snapshot>(
  actor: { subscribe(listener: () => void): { unsubscribe(): void } },
  getSnapshot: () => Snapshot,
  listener: (snapshot: Snapshot) => void,
): () => void {
  let told = getSnapshot();
  const { unsubscribe } = actor.subscribe(() => {
    const snapshot = getSnapshot();
    if (snapshot === told) return;
    told = snapshot;
    listener(snapshot);
  });
  return unsubscribe;
}
