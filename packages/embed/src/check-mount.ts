import { EngineError, errorData } from '@tabmind/engine';

const engineMethods = ['generate', 'getSnapshot', 'send', 'subscribe'];

/**
 * For hosts without types.
 *
 * @throws EngineError `invalid-request` where an argument is not what the mount needs
 */
export function checkMount(mount: string, el: unknown, options: unknown): void {
  if (!(el instanceof HTMLElement)) throw invalid(`${mount} needs an element of this page to mount into.`, el);
  const engine = isObject(options) ? Reflect.get(options, 'engine') : undefined;
  const isEngine = isObject(engine) && engineMethods.every((name) => typeof Reflect.get(engine, name) === 'function');
  if (!isEngine) throw invalid(`${mount} needs an engine: { engine: createEngine() }.`, engine);
}

/**
 * For hosts without types.
 *
 * @throws EngineError `invalid-request` where it is neither a boolean nor a name
 */
export function checkKeep(keep: unknown): void {
  if (typeof keep === 'boolean' || (typeof keep === 'string' && keep !== '')) return;
  throw invalid('mountChat keeps a conversation by true or by a name: { keep: "support" }.', keep);
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function invalid(message: string, given: unknown): EngineError {
  return new EngineError(errorData('invalid-request', message, `Given: ${String(given)}`));
}
