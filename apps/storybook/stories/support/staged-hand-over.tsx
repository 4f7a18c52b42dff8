import { createHandOver, type Engine, type HandOver, type HandOverMemory, type HandOverState } from '@tabmind/engine';
import { createScriptedEngine, laptop, reachReady, type ScriptedHost } from '@tabmind/engine/testing';
import { assess, type DeviceReport, getDefaultModel, type ModelConfig } from '@tabmind/model-registry';
import { Chat, createChat } from '@tabmind/ui';
import { type JSX, onMount } from 'solid-js';

/** A hand-over over a real engine, and the host that plays the model. */
export interface HandOverStage {
  readonly engine: Engine;
  readonly host: ScriptedHost;
  readonly handOver: HandOver;
  readonly model: ModelConfig;
}

export type HandOverScene = (stage: HandOverStage) => void | Promise<void>;

export interface StagedHandOverProps {
  /** What the first visit's model is assessed for. @default a laptop on which it fits */
  readonly device?: DeviceReport;
  readonly scene?: HandOverScene;
  readonly onChooseModel?: () => void;
}

const nothingRemembered: HandOverMemory = {
  read: () => null,
  write: () => undefined,
  readUsed: () => [],
  noteUsed: () => undefined,
  readMoves: () => null,
  noteMoves: () => undefined,
};

/** A chat on a first visit: the Guide is ready, and the better model was assessed for this device. Then the scene plays. */
export function StagedHandOver(props: StagedHandOverProps): JSX.Element {
  const { engine, host } = createScriptedEngine();
  const handOver = createHandOver(engine, { memory: nothingRemembered });
  const model = getDefaultModel();
  const chat = createChat(engine, { beforeAsking: () => handOver.send({ type: 'message.next' }) });
  const stage = { engine, host, handOver, model };
  onMount(async () => {
    reachReady(engine, host, 'guide');
    handOver.start();
    await reached(stage, 'assessing');
    host.reply({ type: 'request.done', result: assess(model, props.device ?? laptop) });
    await props.scene?.(stage);
  });
  return <Chat engine={engine} chat={chat} handOver={handOver} onChooseModel={props.onChooseModel} />;
}

/** Resolves as soon as the hand-over is in this state. */
export function reached({ handOver }: Pick<HandOverStage, 'handOver'>, state: HandOverState): Promise<void> {
  return new Promise((resolve) => {
    if (handOver.getSnapshot().state === state) return resolve();
    const stop = handOver.subscribe((snapshot) => {
      if (snapshot.state !== state) return;
      stop();
      resolve();
    });
  });
}
