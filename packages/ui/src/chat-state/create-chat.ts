import type { Engine, FinishReason } from '@tabmind/engine';
import { type Accessor, createMemo, createSignal, onCleanup } from 'solid-js';
import { createStore, produce } from 'solid-js/store';
import type { ConversationStore } from '../conversation-store/conversation-store.js';
import type { KeepTrouble } from '../conversation-store/keep-trouble.js';
import { newId } from '../conversation-store/new-id.js';
import { endedBy } from './answer-ending.js';
import { takenOn, unfinishedAnswer } from './continuing.js';
import { keepConversation } from './kept-conversation.js';
import { type MemoryLimit, memoryLimit } from './memory-limit.js';
import type { AssistantMessage, Message } from './message.js';
import { promptFor } from './prompt.js';
import { startSaveRhythm } from './save-rhythm.js';
import { createTextBatch, nextFrame, type Schedule } from './text-batch.js';

/** One conversation with whatever model the engine holds. */
export interface Chat {
  /** A store: each field of each message is tracked by itself. */
  readonly messages: readonly Message[];
  /** `restoring` while a stored conversation is looked for; `answering` while an answer of this one is made. */
  readonly activity: Accessor<'restoring' | 'resting' | 'answering'>;
  /** Which messages the model no longer saw at the last answer. */
  readonly memory: Accessor<MemoryLimit | null>;
  /** Why new messages are not kept over a reload; `null` where they are, and where no store was given. */
  readonly keepTrouble: Accessor<KeepTrouble | null>;
  /** Adds a question and streams its answer. Does nothing unless the conversation rests, or without a word. */
  send(text: string): void;
  /** Ends the answer under way; its text stays. */
  stop(): void;
  /** Goes on with the last answer where that ended before its time, after the text that it has, with whatever model is ready now. */
  continueAnswer(): void;
  /** Stops, and begins with no messages. What was said stays in the store. */
  newChat(): void;
}

export interface ChatOptions {
  /** Keeps the conversation over reloads, crashes and kills, and brings back the last one. @default none */
  readonly store?: ConversationStore | undefined;
  /** Called before each question, and not where an answer is continued: whoever wants another model for it loads that now. */
  readonly beforeAsking?: (() => void) | undefined;
  /** When gathered text is shown. @default the next animation frame */
  readonly schedule?: Schedule;
}

/** An answer that is being made. */
interface UnderWay {
  readonly controller: AbortController;
  readonly saveText: () => void;
}

/** The logic of a conversation, free of DOM. Its answer ends with the owner that called this. */
export function createChat(engine: Pick<Engine, 'generate' | 'getSnapshot'>, options: ChatOptions = {}): Chat {
  const [messages, setMessages] = createStore<Message[]>([]);
  const [memory, setMemory] = createSignal<MemoryLimit | null>(null);
  const [underWay, setUnderWay] = createSignal<UnderWay | null>(null);
  const kept = keepConversation(options.store, (restored) => setMessages([...restored]));
  const activity = createMemo(() => {
    if (kept.progress() === 'restoring') return 'restoring';
    return underWay() === null ? 'resting' : 'answering';
  });

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

  /**
   * Streams what comes after the text that the last message, an answer, has.
   *
   * @param news how many of the last messages are new or changed
   */
  async function stream(news: number) {
    const { id } = messages.at(-1) as AssistantMessage;
    const conversation = kept.current();
    const prompt = promptFor(messages, id);
    const controller = new AbortController();
    const batch = createTextBatch(options.schedule ?? nextFrame, (text) =>
      change(id, (before) => ({ text: before.text + text })),
    );
    const saveText = () => {
      batch.flush();
      kept.save(conversation, messages.slice(-1), 'meanwhile');
    };
    kept.save(conversation, messages.slice(-news), 'turn');
    const rhythm = conversation === null ? null : startSaveRhythm(saveText);
    setUnderWay({ controller, saveText });

    let finishReason: FinishReason = 'stop';
    try {
      const deltas = engine.generate(prompt.messages, {
        signal: controller.signal,
        whenNotReady: 'wait',
        onContext: (use) => {
          const modelName = residentName();
          change(id, (before) => (before.text === '' ? { modelName } : {}));
          setMemory(memoryLimit(prompt, use, modelName ?? 'the model'));
        },
        onFinish: (result) => {
          finishReason = result.finishReason;
        },
      });
      for await (const text of deltas) {
        batch.add(text);
        rhythm?.touch();
      }
      batch.flush();
      change(id, () => ({ status: { state: 'done', finishReason } }));
    } catch (thrown) {
      batch.flush();
      change(id, () => ({ status: endedBy(thrown) }));
    } finally {
      rhythm?.end();
      kept.save(conversation, messages.slice(-1), 'turn');
      setUnderWay((current) => (current?.controller === controller ? null : current));
    }
  }

  /** Ends the answer as a closed tab would: it is stored as interrupted, since nobody has stopped it. */
  const leaveAnswer = () => {
    underWay()?.saveText();
    underWay()?.controller.abort();
  };
  onCleanup(() => {
    leaveAnswer();
    kept.end();
  });

  return {
    messages,
    activity,
    memory,
    keepTrouble: kept.trouble,
    send(text) {
      const question = text.trim();
      if (question === '' || activity() !== 'resting') return;
      options.beforeAsking?.();
      const modelName = residentName();
      setMessages(messages.length, { role: 'user', id: newId(), text: question });
      setMessages(messages.length, {
        role: 'assistant',
        id: newId(),
        text: '',
        modelName,
        status: { state: 'streaming' },
      });
      void stream(2);
    },
    stop: () => underWay()?.controller.abort(),
    continueAnswer() {
      const answer = unfinishedAnswer(messages);
      if (answer === null || activity() !== 'resting') return;
      change(answer.id, (before) => takenOn(before, residentName()));
      void stream(1);
    },
    newChat() {
      leaveAnswer();
      kept.begin();
      setUnderWay(null);
      setMemory(null);
      setMessages([]);
    },
  };
}
