import type { Engine, EngineErrorData, FinishReason } from '@tabmind/engine';
import { createScriptedEngine, type ScriptedHost } from '@tabmind/engine/testing';
import { Chat, type ChatState, type ConversationStore, createChat } from '@tabmind/ui';
import { type JSX, onMount } from 'solid-js';
import type { Steps } from './staged-engine.js';
import { guideReady } from './steps.js';

/** A conversation over a real engine, and the host that plays the model. */
export interface Stage {
  readonly engine: Engine;
  readonly host: ScriptedHost;
  readonly chat: ChatState;
}

export type Scene = (stage: Stage) => void | Promise<void>;

export interface StagedChatProps {
  readonly after?: readonly Steps[];
  readonly scene?: Scene;
  readonly store?: ConversationStore;
}

/** A whole chat after these steps, in which this scene then plays. */
export function StagedChat(props: StagedChatProps): JSX.Element {
  const { engine, host } = createScriptedEngine();
  for (const step of props.after ?? [guideReady]) step(engine, host);
  const chat = createChat(engine, { store: props.store });
  onMount(() => void props.scene?.({ engine, host, chat }));
  return <Chat engine={engine} chat={chat} />;
}

/** A person asks. Resolves once the host was asked for the answer. */
export async function ask({ engine, chat }: Stage, question: string): Promise<void> {
  const asked = new Promise<void>((resolve) => {
    const stop = engine.subscribe(({ path }) => {
      if (path !== 'ready.generating') return;
      stop();
      resolve();
    });
  });
  chat.send(question);
  await asked;
}

/** The host begins its answer with this text. */
export function say({ host }: Stage, text: string, droppedMessages = 0): void {
  host.reply({ type: 'generation.started', promptTokens: 40, contextWindow: 1024, droppedMessages });
  host.reply({ type: 'generation.delta', text });
}

export function finish({ host }: Stage, finishReason: FinishReason = 'stop'): void {
  host.reply({
    type: 'generation.done',
    result: {
      finishReason,
      prefilledTokens: 40,
      completionTokens: 60,
      tokensPerSecond: 70,
      timeToFirstTokenSeconds: 0.2,
    },
  });
}

export function fail({ host }: Stage, error: EngineErrorData): void {
  host.reply({ type: 'generation.failed', error });
}

/** A question and its whole answer. Resolves once the next can be asked. */
export async function turn(stage: Stage, question: string, answer: string, droppedMessages = 0): Promise<void> {
  await ask(stage, question);
  say(stage, answer, droppedMessages);
  finish(stage);
  await rested(stage);
}

/** Resolves once the conversation has taken in that its answer ended. */
export async function rested({ chat }: Stage): Promise<void> {
  while (chat.activity() === 'answering') await new Promise((resolve) => requestAnimationFrame(resolve));
}
