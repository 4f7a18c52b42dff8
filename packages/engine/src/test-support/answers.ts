import type { Engine, GenerateOptions } from '../page/engine.js';
import type { EngineSnapshot } from '../page/engine-snapshot.js';
import type { ChatMessage } from '../protocol/chat.js';

/** A whole answer. */
export async function answerOf(
  engine: Engine,
  messages: readonly ChatMessage[],
  options?: GenerateOptions,
): Promise<string> {
  let text = '';
  for await (const piece of engine.generate(messages, options)) text += piece;
  return text;
}

/** Resolves as soon as the engine is in such a state. */
export function snapshotWhere(engine: Engine, holds: (snapshot: EngineSnapshot) => boolean): Promise<EngineSnapshot> {
  return new Promise((resolve) => {
    const now = engine.getSnapshot();
    if (holds(now)) return resolve(now);
    const stop = engine.subscribe((snapshot) => {
      if (!holds(snapshot)) return;
      stop();
      resolve(snapshot);
    });
  });
}
