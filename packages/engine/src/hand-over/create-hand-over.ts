import { getDefaultModel, type ModelConfig } from '@tabmind/model-registry';
import { createActor } from 'xstate';
import { EngineError } from '../errors/engine-error.js';
import { findModel } from '../machine/find-model.js';
import { unknownModel } from '../machine/unknown-model.js';
import { tellChanges } from '../page/tell-changes.js';
import type { HandOver, HandOverEngine, HandOverOptions } from './hand-over.js';
import { handOverActors } from './hand-over-actors.js';
import { handOverMachine } from './hand-over-machine.js';
import { handOverSnapshot } from './hand-over-snapshot.js';
import { isFirstVisit } from './is-first-visit.js';
import { localMemory } from './local-memory.js';

/** A hand-over for this engine. Notes which models are used from now on; wishes nothing before `start` or a person does. */
export function createHandOver(engine: HandOverEngine, options: HandOverOptions = {}): HandOver {
  const { memory = localMemory() } = options;
  const moves = memory.readMoves() ?? options.moves ?? 'next-message';
  const guideId = options.guideId ?? guideOf(engine.models);
  const actor = createActor(handOverMachine.provide({ actors: handOverActors(engine, memory) }), {
    input: { guideId, moves },
  });
  actor.on('choice.made', ({ modelId, choice }) => memory.write(modelId, choice));
  actor.on('model.used', ({ modelId }) => memory.noteUsed(modelId));
  actor.start();

  const sources = () => {
    const { value, context } = actor.getSnapshot();
    return [value, context.moves, context.wish, context.report, context.error];
  };
  let projected = { from: sources(), snapshot: handOverSnapshot(actor.getSnapshot()) };

  const getSnapshot = () => {
    const from = sources();
    if (from.some((source, index) => source !== projected.from[index])) {
      projected = { from, snapshot: handOverSnapshot(actor.getSnapshot()) };
    }
    return projected.snapshot;
  };

  const known = (id: string): ModelConfig => {
    const model = findModel(engine.models, id);
    if (model === undefined) throw new EngineError(unknownModel(id));
    return model;
  };

  return {
    getSnapshot,
    subscribe: (listener) => tellChanges(actor, getSnapshot, listener),
    send(request) {
      if (request.type === 'moves.set') memory.noteMoves(request.moves);
      actor.send(request.type === 'model.choose' ? { type: request.type, model: known(request.modelId) } : request);
    },
    start() {
      const model = known(options.modelId ?? getDefaultModel().id);
      if (isFirstVisit(memory, model.id, guideId)) actor.send({ type: 'visit.start', model });
    },
    dispose() {
      actor.stop();
    },
  };
}

function guideOf(models: readonly ModelConfig[]): string {
  const guide = models.find(({ tier }) => tier === 'guide') ?? models[0];
  return guide?.id ?? '';
}
