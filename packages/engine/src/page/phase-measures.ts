import type { EngineSnapshot } from './engine-snapshot.js';
import type { MachineView } from './machine-view.js';

/** States that take time, as the browser's profiler names them. */
const MEASURED: Partial<Record<EngineSnapshot['state'], string>> = {
  checking: 'check',
  downloading: 'download',
  loading: 'load',
  compiling: 'compile',
  recovering: 'recover',
};

/** Measures each phase on the way to a model that is ready: `tabmind: download` and so on, the last of each kept. */
export function measurePhases({ getSnapshot, subscribe }: Pick<MachineView, 'getSnapshot' | 'subscribe'>): void {
  let { state } = getSnapshot();
  let since = performance.now();
  subscribe((snapshot) => {
    if (snapshot.state === state) return;
    const name = MEASURED[state];
    if (name !== undefined) measure(name, since);
    state = snapshot.state;
    since = performance.now();
  });
}

/** From a question to the first piece of its answer, as the page has it. */
export function measureFirstToken(askedAt: number): void {
  measure('first token', askedAt);
}

function measure(name: string, start: number): void {
  const full = `tabmind: ${name}`;
  performance.clearMeasures(full);
  performance.measure(full, { start });
}
