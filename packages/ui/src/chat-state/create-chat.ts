import type { Engine, FinishReason } from '@tabmind/engine';
import { type Accessor, createMemo, createSignal, onCleanup } from 'solid-js';
import { createStore, produce } from 'solid-js/store';
import { endedBy } from './answer-ending.js';
import { type MemoryLimit, memoryLimit } from './memory-limit.js';
import type { AssistantMessage, Message } from './message.js';
import { promptFor } from './prompt.js';
import { createTextBatch, nextFrame, type Schedule } from './text-batch.js';

/** One conversation with whatever model the engine holds. */
export interface Chat {
  /** A store: each field of each message is tracked by itself. */
  readonly messages: readonly Message[];
  /** Whether an answer of this conversation is being made. */
  readonly activity: Accessor<'resting' | 'answering'>;
  /** Which messages the model no longer saw at the last answer. */
  readonly memory: Accessor<MemoryLimit | null>;
  /** Adds a question and streams its answer. Does nothing while an answer is under way, or without a word. */
  send(text: string): void;
  /** Ends the answer under way; its text stays. */
  stop(): void;
  /** Asks again for the last answer, where that one failed. */
  retry(): void;
  /** Stops, and begins with no messages. */
  newChat(): void;
}

export interface ChatOptions {
  /** When gathered text is shown. @default the next animation frame */
  readonly schedule?: Schedule;
}

/** The logic of a conversation, free of DOM. Its answer ends with the owner that called this. */
export function createChat(engine: Pick<Engine, 'generate' | 'getSnapshot'>, options: ChatOptions = {}): Chat {
  const [messages, setMessages] = createStore<Message[]>([]);
  const [memory, setMemory] = createSignal<MemoryLimit | null>(null);
  const [underWay, setUnderWay] = createSignal<AbortController | null>(null);
  const activity = createMemo(() => (underWay() === null ? 'resting' : 'answering'));
  let lastId = 0;
  const nextId = () => {
    lastId += 1;
    return `message-${lastId}`;
  };

  const change = (id: string, how: (answer: AssistantMessage) => Partial<AssistantMessage>) =>
    setMessages(
      (message) => message.id === id,
      produce((message) => {
        if (message.role === 'assistant') Object.assign(message, how(message));
      }),
    );

  const residentName = () => {
    const snapshot = engine.getSnapshot();
    return snapshot.state === 'ready' ? snapshot.model.name : null;
  };

  async function answer() {
    const id = nextId();
    const modelName = residentName();
    setMessages(messages.length, { role: 'assistant', id, text: '', modelName, status: { state: 'streaming' } });

    const controller = new AbortController();
    setUnderWay(controller);
    const prompt = promptFor(messages, id);
    const batch = createTextBatch(options.schedule ?? nextFrame, (text) =>
      change(id, (before) => ({ text: before.text + text })),
    );
    let finishReason: FinishReason = 'stop';
    try {
      const deltas = engine.generate(prompt.messages, {
        signal: controller.signal,
        onContext: (use) => setMemory(memoryLimit(prompt, use, modelName ?? 'the model')),
        onFinish: (result) => {
          finishReason = result.finishReason;
        },
      });
      for await (const text of deltas) batch.add(text);
      batch.flush();
      change(id, () => ({ status: { state: 'done', finishReason } }));
    } catch (thrown) {
      batch.flush();
      change(id, () => ({ status: endedBy(thrown) }));
    } finally {
      setUnderWay((current) => (current === controller ? null : current));
    }
  }

  const stop = () => underWay()?.abort();
  onCleanup(stop);

  return {
    messages,
    activity,
    memory,
    send(text) {
      const question = text.trim();
      if (question === '' || activity() === 'answering') return;
      setMessages(messages.length, { role: 'user', id: nextId(), text: question });
      void answer();
    },
    stop,
    retry() {
      const last = messages.at(-1);
      if (last?.role !== 'assistant' || last.status.state !== 'failed') return;
      setMessages((all) => all.slice(0, -1));
      void answer();
    },
    newChat() {
      stop();
      setUnderWay(null);
      setMemory(null);
      setMessages([]);
    },
  };
}
