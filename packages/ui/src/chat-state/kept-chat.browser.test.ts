import { createScriptedEngine, reachReady } from '@tabmind/engine/testing';
import { deleteDB } from 'idb';
import { createRoot } from 'solid-js';
import { afterEach, expect, it, vi } from 'vitest';
import { createConversationStore } from '../conversation-store/conversation-store.js';
import { type Chat, createChat } from './create-chat.js';
import type { AssistantMessage } from './message.js';

const ends: (() => void)[] = [];

afterEach(async () => {
  vi.restoreAllMocks();
  for (const end of ends.splice(0)) end();
  sessionStorage.clear();
  await deleteDB('tabmind-conversations-chat');
});

/** A page of this tab, from its start until it is left or killed. */
async function openPage() {
  const { engine, host } = createScriptedEngine();
  reachReady(engine, host, 'guide');
  const store = createConversationStore('chat');
  const [chat, dispose] = createRoot((end) => [createChat(engine, { store }), end] as const);
  ends.push(dispose, () => store.close());
  await vi.waitFor(() => expect(chat.activity()).toBe('resting'));
  return {
    chat,
    host,
    dispose,
    answer: () => chat.messages.at(-1) as AssistantMessage,
    say: (text: string) => host.reply({ type: 'generation.delta', text }),
    async ask(question: string) {
      chat.send(question);
      await vi.waitFor(() => expect(host.commands.at(-1)?.type).toBe('generation.start'));
    },
    finish: () =>
      host.reply({
        type: 'generation.done',
        result: {
          finishReason: 'stop',
          prefilledTokens: 9,
          completionTokens: 9,
          tokensPerSecond: 70,
          timeToFirstTokenSeconds: 0.2,
        },
      }),
  };
}

const said = ({ messages }: Chat) => messages.map(({ text }) => text);

/** The texts that a tab opened now would find, were this one killed. */
async function storedTexts(): Promise<string[]> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('tabmind-conversations-chat');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const request = database.transaction('messages').objectStore('messages').getAll();
  await new Promise((resolve) => request.addEventListener('success', resolve));
  database.close();
  return request.result.map(({ message }: { message: { text: string } }) => message.text);
}

/** Without a timer, so that it comes while those stand still. */
function turnOfEvents(): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = () => resolve();
    port2.postMessage(null);
  });
}

it('takes up the conversation after a reload, and goes on with the answer that was cut as one', async () => {
  const before = await openPage();
  await before.ask('Tell me a story');
  before.say('Once there');
  await vi.waitFor(() => expect(before.answer().text).toBe('Once there'));
  before.dispose();

  const { chat, host, answer, say, finish } = await openPage();
  expect(said(chat)).toEqual(['Tell me a story', 'Once there']);
  expect(answer().status).toEqual({ state: 'interrupted' });
  chat.continueAnswer();
  await vi.waitFor(() => expect(host.commands.at(-1)?.type).toBe('generation.start'));
  expect(host.commands.at(-1)).toMatchObject({ messages: [{ role: 'user' }, { content: 'Once there' }] });
  say(' was a fox.');
  finish();
  await vi.waitFor(() => expect(answer().status.state).toBe('done'));
  expect(answer().text).toBe('Once there was a fox.');
  await vi.waitFor(async () => expect(await storedTexts()).toEqual(['Tell me a story', 'Once there was a fox.']));
});

it('has a question stored before its answer’s first word', async () => {
  const { ask } = await openPage();
  await ask('Hello');
  await vi.waitFor(async () => expect(await storedTexts()).toEqual(['Hello', '']));
});

it('stores what streams, also what came last before a silence', async () => {
  const { ask, say } = await openPage();
  await ask('Count');
  for (const text of ['One', ', two']) {
    const before = (await storedTexts()).at(-1);
    say(text);
    await vi.waitFor(async () => expect(await storedTexts()).toEqual(['Count', before + text]), { timeout: 5000 });
  }
});

it('stores what streams in a hidden tab, whose timers and frames stand still', async () => {
  const { ask, say } = await openPage();
  await ask('Count');
  vi.spyOn(globalThis, 'setTimeout').mockReturnValue(0 as never);
  vi.spyOn(globalThis, 'requestAnimationFrame').mockReturnValue(0);
  say('One');
  await turnOfEvents();
  const { now } = performance;
  vi.spyOn(performance, 'now').mockImplementation(() => now.call(performance) + 1000);
  say(', two');
  await turnOfEvents();
  vi.restoreAllMocks();
  await vi.waitFor(async () => expect(await storedTexts()).toEqual(['Count', 'One, two']), { timeout: 500 });
});

it.for(['pagehide', 'visibilitychange'] as const)('stores the text at once on %s', async (leaving) => {
  const { ask, say, chat, answer } = await openPage();
  await ask('Count');
  say('One');
  await vi.waitFor(() => expect(answer().text).toBe('One'));
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
  (leaving === 'pagehide' ? window : document).dispatchEvent(new Event(leaving));
  await vi.waitFor(async () => expect(await storedTexts()).toEqual(['Count', 'One']), { timeout: 400 });
  chat.stop();
});

it('leaves an answer of a new chat’s predecessor as it was, and comes back to the new one', async () => {
  const before = await openPage();
  await before.ask('The first');
  before.say('Once');
  await vi.waitFor(() => expect(before.answer().text).toBe('Once'));
  before.chat.newChat();
  before.finish();
  await before.ask('The second');
  expect(said(before.chat)).toEqual(['The second', '']);
  before.dispose();
  const after = await openPage();
  expect(said(after.chat)).toEqual(['The second', '']);
  expect(await storedTexts()).toEqual(expect.arrayContaining(['The first', 'Once', 'The second', '']));
});

it('takes no question before it knows what is stored, and a new chat does not wait for that', async () => {
  const { engine } = createScriptedEngine();
  const store = createConversationStore('chat');
  const [chat, dispose] = createRoot((end) => [createChat(engine, { store }), end] as const);
  ends.push(dispose, () => store.close());
  expect(chat.activity()).toBe('restoring');
  chat.send('Hello');
  expect(chat.messages).toHaveLength(0);
  chat.newChat();
  expect(chat.activity()).toBe('resting');
});

it('tells that nothing is kept, and talks all the same', async () => {
  vi.spyOn(indexedDB, 'open').mockImplementation(() => {
    throw new DOMException('Denied', 'SecurityError');
  });
  const { chat, ask, say, answer } = await openPage();
  expect(chat.keepTrouble()).toBe('unavailable');
  await ask('Hello');
  say('Good day');
  await vi.waitFor(() => expect(answer().text).toBe('Good day'));
});
