import { GUIDE_MODEL, QUICK_MODEL, SMART_MODEL } from '@tabmind/model-registry';
import { expect, test } from 'vitest';
import { type ActorLogic, createActor, fromCallback, fromPromise, type SnapshotFrom } from 'xstate';
import { getAdjacencyMap, getShortestPaths } from 'xstate/graph';
import { abortError, engineError } from '../errors/error-data.js';
import { type Situation, situationsWithoutWay } from '../test-support/graph.js';
import type { HandOverInput } from './hand-over-context.js';
import type { Assessment, DownloadEnd, FailureEnd, HandOverEvent, LoadEnd } from './hand-over-event.js';
import { handOverMachine } from './hand-over-machine.js';
import { handOverSnapshot } from './hand-over-snapshot.js';
import { cannotRunReport, fitReport, tightReport } from './test-support/fit-report.js';

type Snapshot = SnapshotFrom<typeof handOverMachine>;

const guide = GUIDE_MODEL.id;
const quick = QUICK_MODEL.id;
const smart = SMART_MODEL.id;
const input: HandOverInput = { guideId: guide, moves: 'next-message' };
const unreachable = engineError('host-unreachable', 'The host can’t be reached.');
const stored = fitReport({ missingBytes: 0 });

const ended = (actor: string, output: unknown) => ({ type: `xstate.done.actor.${actor}`, output });
const broken = (actor: string, error: unknown) => ({ type: `xstate.error.actor.${actor}`, error });

/** The words of persons, pages and the engine, and how each actor can end. */
const steps = {
  chooseQuick: { type: 'model.choose', model: QUICK_MODEL },
  chooseSmart: { type: 'model.choose', model: SMART_MODEL },
  visit: { type: 'visit.start', model: QUICK_MODEL },
  give: { type: 'consent.give' },
  refuse: { type: 'consent.refuse' },
  retry: { type: 'retry' },
  dismiss: { type: 'dismiss' },
  nextMessage: { type: 'message.next' },
  move: { type: 'move' },
  setNever: { type: 'moves.set', moves: 'never' },
  setOnRequest: { type: 'moves.set', moves: 'on-request' },
  nobodyReady: { type: 'engine.resident', modelId: null },
  guideReady: { type: 'engine.resident', modelId: guide },
  quickReady: { type: 'engine.resident', modelId: quick },
  smartReady: { type: 'engine.resident', modelId: smart },
  asksForQuick: { type: 'engine.asks', modelId: quick },
  asksForSmart: { type: 'engine.asks', modelId: smart },
  fits: ended('assess', { report: fitReport(), remembered: null }),
  isStored: ended('assess', { report: stored, remembered: null }),
  isTight: ended('assess', { report: tightReport, remembered: null }),
  isTightAsBefore: ended('assess', {
    report: tightReport,
    remembered: { choice: 'accepted', verdict: 'tight', line: 'costly' },
  }),
  isTightAndStored: ended('assess', { report: { ...tightReport, missingBytes: 0 }, remembered: null }),
  cannotRun: ended('assess', { report: cannotRunReport, remembered: null }),
  assessFails: broken('assess', unreachable),
  assessAborts: broken('assess', abortError()),
  downloaded: ended('download', 'stored'),
  downloadCancelled: ended('download', 'cancelled'),
  downloadLeft: ended('download', 'left'),
  downloadFails: broken('download', unreachable),
  resumed: ended('followFailure', 'resumed'),
  failureGone: ended('followFailure', 'gone'),
  loaded: ended('load', 'ready'),
  loadCancelled: ended('load', 'cancelled'),
  loadFails: broken('load', unreachable),
};

const events = Object.values(steps) as unknown as HandOverEvent[];
const machine = handOverMachine as unknown as ActorLogic<Snapshot, HandOverEvent, HandOverInput>;
const serializeState = ({ value, context }: Snapshot) => {
  const { moves, residentId, wish, report } = context;
  return JSON.stringify([value, moves, residentId, wish && { ...wish, model: wish.model.id }, report?.reasons]);
};
const traversal = { input, events, serializeState };

const states = Object.keys(handOverMachine.states);

test('every state of a hand-over can be reached, and tells what belongs to it', () => {
  const paths = getShortestPaths(machine, traversal);
  const told = new Set(paths.map(({ state }) => handOverSnapshot(state).state));
  expect([...told].sort()).toEqual(states.toSorted());
});

test('from every situation there is a way to every state', () => {
  const map = getAdjacencyMap(machine, traversal) as unknown as Record<string, Situation<Snapshot>>;
  const situations = Object.entries(map);
  expect(situations.length).toBeGreaterThan(50);
  for (const goal of states) expect(situationsWithoutWay(situations, goal, serializeState), goal).toEqual([]);
});

type Step = keyof typeof steps;

/** The machine after these steps, over actors that never end by themselves; what they were begun for, and what was told. */
function after(...taken: readonly Step[]) {
  const begun: string[] = [];
  const choices: string[] = [];
  const endless = <Output>(name: string) =>
    fromPromise<Output, { readonly modelId: string }>(({ input: { modelId } }) => {
      begun.push(`${name} ${modelId}`);
      return new Promise(() => {});
    });
  const actors = {
    watchEngine: fromCallback(() => {}),
    assess: endless<Assessment>('assess'),
    download: endless<DownloadEnd>('download'),
    load: endless<LoadEnd>('load'),
    followFailure: endless<FailureEnd>('followFailure'),
  };
  const actor = createActor(handOverMachine.provide({ actors }), { input });
  actor.on('choice.made', ({ modelId, choice }) => choices.push(`${modelId} ${choice.choice}`));
  actor.start();
  for (const step of taken) actor.send(steps[step] as HandOverEvent);
  const { context } = actor.getSnapshot();
  return { snapshot: handOverSnapshot(actor.getSnapshot()), context, begun, choices };
}

const arrived = ['guideReady', 'visit', 'fits', 'downloaded'] as const;

const paths: readonly (readonly [readonly Step[], string])[] = [
  [[], 'resting'],
  [['visit'], 'waiting'],
  [['visit', 'dismiss'], 'resting'],
  [['visit', 'nobodyReady'], 'waiting'],
  [['visit', 'guideReady'], 'assessing'],
  [['visit', 'quickReady'], 'resting'],
  [['visit', 'smartReady'], 'resting'],
  [['guideReady', 'visit'], 'assessing'],
  [['quickReady', 'visit'], 'resting'],
  [['quickReady', 'chooseQuick'], 'resting'],
  [['chooseQuick'], 'assessing'],
  [['chooseQuick', 'visit'], 'assessing'],
  [['chooseQuick', 'dismiss'], 'resting'],
  [['chooseQuick', 'quickReady'], 'resting'],
  [['chooseQuick', 'assessFails'], 'failed'],
  [['chooseQuick', 'assessFails', 'retry'], 'assessing'],
  [['chooseQuick', 'assessFails', 'dismiss'], 'resting'],
  [['chooseQuick', 'assessAborts'], 'resting'],
  [['chooseQuick', 'isTight'], 'asking'],
  [['chooseQuick', 'isTightAsBefore'], 'downloading'],
  [['chooseQuick', 'isTightAndStored'], 'asking'],
  [['chooseQuick', 'isTightAndStored', 'give'], 'complete'],
  [['chooseQuick', 'isTight', 'give'], 'downloading'],
  [['chooseQuick', 'isTight', 'refuse'], 'resting'],
  [['chooseQuick', 'isTight', 'dismiss'], 'resting'],
  [['chooseQuick', 'isTight', 'chooseSmart'], 'assessing'],
  [['chooseQuick', 'isTight', 'nextMessage'], 'asking'],
  [['visit', 'asksForQuick'], 'resting'],
  [['chooseQuick', 'asksForQuick'], 'resting'],
  [['chooseQuick', 'isTight', 'asksForQuick'], 'resting'],
  [['chooseQuick', 'isTight', 'asksForSmart'], 'asking'],
  [[...arrived, 'asksForQuick'], 'complete'],
  [['chooseQuick', 'cannotRun', 'give'], 'asking'],
  [['chooseQuick', 'cannotRun', 'refuse'], 'resting'],
  [['chooseQuick', 'cannotRun', 'chooseSmart'], 'assessing'],
  [['chooseQuick', 'fits'], 'downloading'],
  [['chooseQuick', 'fits', 'chooseQuick'], 'downloading'],
  [['chooseQuick', 'fits', 'chooseSmart'], 'assessing'],
  [['chooseQuick', 'fits', 'dismiss'], 'downloading'],
  [['chooseQuick', 'fits', 'nextMessage'], 'downloading'],
  [['chooseQuick', 'fits', 'downloadCancelled'], 'resting'],
  [['chooseQuick', 'fits', 'downloadLeft'], 'resting'],
  [['chooseQuick', 'fits', 'quickReady'], 'resting'],
  [['chooseQuick', 'fits', 'downloadFails'], 'failed'],
  [['chooseQuick', 'fits', 'downloadFails', 'retry'], 'downloading'],
  [['chooseQuick', 'fits', 'downloadFails', 'resumed'], 'downloading'],
  [['chooseQuick', 'fits', 'downloadFails', 'failureGone'], 'resting'],
  [['chooseQuick', 'fits', 'downloadFails', 'dismiss'], 'resting'],
  [['chooseQuick', 'isStored'], 'complete'],
  [arrived, 'complete'],
  [[...arrived, 'dismiss'], 'resting'],
  [[...arrived, 'quickReady'], 'resting'],
  [[...arrived, 'nextMessage'], 'moving'],
  [[...arrived, 'move'], 'moving'],
  [[...arrived, 'setNever', 'nextMessage'], 'complete'],
  [[...arrived, 'setOnRequest', 'nextMessage'], 'complete'],
  [[...arrived, 'setOnRequest', 'move'], 'moving'],
  [[...arrived, 'nobodyReady', 'guideReady', 'nextMessage'], 'moving'],
  [[...arrived, 'smartReady', 'nextMessage'], 'complete'],
  [[...arrived, 'smartReady', 'move'], 'moving'],
  [['chooseQuick', 'guideReady', 'isStored', 'nextMessage'], 'moving'],
  [['chooseQuick', 'guideReady', 'isStored', 'smartReady', 'nextMessage'], 'complete'],
  [[...arrived, 'move', 'nobodyReady', 'quickReady'], 'moving'],
  [[...arrived, 'move', 'chooseQuick'], 'moving'],
  [[...arrived, 'move', 'chooseSmart'], 'assessing'],
  [[...arrived, 'move', 'loadCancelled'], 'complete'],
  [[...arrived, 'move', 'loadCancelled', 'nextMessage'], 'complete'],
  [[...arrived, 'move', 'loadCancelled', 'move'], 'moving'],
  [[...arrived, 'move', 'loadFails'], 'returned'],
  [[...arrived, 'move', 'loadFails', 'guideReady'], 'returned'],
  [[...arrived, 'move', 'loadFails', 'quickReady'], 'resting'],
  [[...arrived, 'move', 'loadFails', 'retry'], 'moving'],
  [[...arrived, 'move', 'loadFails', 'dismiss'], 'resting'],
  [[...arrived, 'move', 'quickReady', 'loaded'], 'moved'],
  [[...arrived, 'move', 'quickReady', 'loaded', 'dismiss'], 'resting'],
  [[...arrived, 'nextMessage', 'quickReady', 'loaded', 'nextMessage'], 'resting'],
  [[...arrived, 'move', 'quickReady', 'loaded', 'nobodyReady', 'quickReady'], 'moved'],
  [[...arrived, 'move', 'quickReady', 'loaded', 'smartReady'], 'resting'],
  [[...arrived, 'move', 'quickReady', 'loaded', 'chooseSmart'], 'assessing'],
];

test.each(paths)('%j ends in %s', (taken, state) => {
  expect(after(...taken).snapshot.state).toBe(state);
});

test.each([
  [['guideReady', 'visit', 'fits'], []],
  [['guideReady', 'visit', 'isTight', 'give'], [`${quick} accepted`]],
  [['guideReady', 'visit', 'isTight', 'refuse'], [`${quick} declined`]],
  [['guideReady', 'visit', 'isTight', 'dismiss'], []],
  [['guideReady', 'visit', 'isTight', 'asksForQuick'], [`${quick} declined`]],
  [['guideReady', 'visit', 'fits', 'downloadCancelled'], [`${quick} declined`]],
  [['guideReady', 'visit', 'fits', 'downloadLeft'], []],
  [['guideReady', 'visit', 'fits', 'downloadFails', 'dismiss'], []],
  [['chooseQuick', 'fits'], [`${quick} accepted`]],
  [['chooseQuick', 'isStored'], [`${quick} accepted`]],
  [['chooseQuick', 'isTightAsBefore'], []],
  [['chooseQuick', 'cannotRun', 'give'], []],
] as const)('%j is remembered as %j', (taken, choices) => {
  expect(after(...taken).choices).toEqual(choices);
});

test('each state begins what it needs, for the wished model', () => {
  const taken = ['chooseSmart', 'chooseQuick', 'fits', 'downloadFails', 'retry', 'downloaded', 'move'] as const;
  expect(after(...taken).begun).toEqual([
    `assess ${smart}`,
    `assess ${quick}`,
    `download ${quick}`,
    `followFailure ${quick}`,
    `download ${quick}`,
    `load ${quick}`,
  ]);
});

test('a snapshot tells what its state has to tell', () => {
  expect(after('chooseQuick').snapshot).toEqual({
    state: 'assessing',
    moves: 'next-message',
    model: QUICK_MODEL,
    by: 'person',
  });
  expect(after('chooseQuick', 'isTight').snapshot).toMatchObject({ report: tightReport, question: 'may-it-begin' });
  expect(after('chooseQuick', 'cannotRun').snapshot).toMatchObject({ question: 'cannot-run' });
  expect(after('chooseQuick', 'assessFails').snapshot).toMatchObject({ error: { code: 'host-unreachable' } });
  expect(after(...arrived).snapshot).toMatchObject({ by: 'first-visit', movesAt: 'next-message' });
  expect(after(...arrived, 'move', 'loadCancelled').snapshot).toMatchObject({ movesAt: 'on-request' });
  expect(after(...arrived, 'setNever').snapshot).toMatchObject({ moves: 'never', movesAt: 'never' });
});

test('nothing of a wish outlives it', () => {
  const { context } = after('guideReady', 'chooseQuick', 'fits', 'downloadFails', 'dismiss');
  expect(context).toMatchObject({ residentId: guide, wish: null, report: null, error: null });
});

test('a machine without an engine says so', () => {
  const actor = createActor(handOverMachine, { input });
  const errors: unknown[] = [];
  actor.subscribe({ error: (error) => errors.push(error) });
  actor.start();
  expect(errors).toMatchObject([{ message: expect.stringContaining('has no engine') }]);
});
