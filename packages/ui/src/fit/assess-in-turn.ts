import type { Engine } from '@tabmind/engine';
import type { FitReport, ModelConfig } from '@tabmind/model-registry';

/** The end of the last assessment that an engine was asked for. */
const lastOf = new WeakMap<Pick<Engine, 'assess'>, Promise<unknown>>();

/**
 * `engine.assess` once every earlier one through here has ended: each takes GPU memory for a moment, and two at once would
 * take each other's.
 *
 * @throws what `engine.assess` does
 */
export function assessInTurn(
  engine: Pick<Engine, 'assess'>,
  model: string | ModelConfig,
  signal: AbortSignal,
): Promise<FitReport> {
  const before = lastOf.get(engine) ?? Promise.resolve();
  const report = before.then(() => engine.assess(model, { signal }));
  lastOf.set(
    engine,
    report.catch(() => undefined),
  );
  return report;
}
