import { MODELS } from '@tabmind/model-registry';
import { createActor, fromCallback } from 'xstate';
import type { EngineEmitted, HostRequest } from '../machine/engine-event.js';
import { engineMachine } from '../machine/engine-machine.js';

/** The engine machine over a host that only listens; what it was told, and what the machine told outward. */
export function startedMachine() {
  const commands: HostRequest[] = [];
  const emitted: EngineEmitted[] = [];
  const host = fromCallback<HostRequest>(({ receive }) => {
    receive((command) => commands.push(command));
  });
  const actor = createActor(engineMachine.provide({ actors: { host } }), { input: { models: MODELS } });
  actor.on('*', (event) => emitted.push(event));
  return { actor: actor.start(), commands, emitted };
}
