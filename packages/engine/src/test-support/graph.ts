/** A node of a machine's graph, as `getAdjacencyMap` of `xstate/graph` gives it. */
export interface Situation<Snapshot> {
  readonly state: Snapshot;
  readonly transitions: Record<string, { readonly state: Snapshot }>;
}

/** A state's name with dots between levels. */
export function pathOf({ value }: { readonly value: string | object }): string {
  return typeof value === 'string' ? value : Object.entries(value).flat().join('.');
}

/** The keys of those situations from which no chain of events leads to this state. */
export function situationsWithoutWay<Snapshot extends { readonly value: string | object }>(
  situations: readonly (readonly [string, Situation<Snapshot>])[],
  goal: string,
  serializeState: (snapshot: Snapshot) => string,
): string[] {
  const arrives = new Set(situations.filter(([, { state }]) => pathOf(state) === goal).map(([key]) => key));
  for (let before = -1; before !== arrives.size; ) {
    before = arrives.size;
    for (const [key, { transitions }] of situations) {
      if (Object.values(transitions).some(({ state }) => arrives.has(serializeState(state)))) arrives.add(key);
    }
  }
  return situations.map(([key]) => key).filter((key) => !arrives.has(key));
}
