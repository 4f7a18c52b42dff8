type NetworkState = 'online' | 'offline';

/** Tells when the device goes offline, and when it is back. Returns the way to stop. */
export function followNetwork(tell: (state: NetworkState) => void): () => void {
  const stop = new AbortController();
  const states: readonly NetworkState[] = ['online', 'offline'];
  for (const state of states) addEventListener(state, () => tell(state), { signal: stop.signal });
  return () => stop.abort();
}
