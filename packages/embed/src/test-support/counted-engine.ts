import type { Engine } from '@tabmind/engine';

/** The same engine, counting who listens. */
export function countedEngine(engine: Engine): { readonly engine: Engine; readonly listeners: () => number } {
  const listening = new Set<symbol>();
  const subscribe: Engine['subscribe'] = (listener) => {
    const subscription = Symbol('subscription');
    const unsubscribe = engine.subscribe(listener);
    listening.add(subscription);
    return () => {
      unsubscribe();
      listening.delete(subscription);
    };
  };
  return { engine: { ...engine, subscribe }, listeners: () => listening.size };
}
