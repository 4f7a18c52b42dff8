import { deleteDB, openDB } from 'idb';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { AssistantMessage, Message } from '../chat-state/message.js';
import { type ConversationStore, createConversationStore } from './conversation-store.js';
import type { KeepTrouble } from './keep-trouble.js';
import type { OpenConversation } from './open-conversation.js';

const databaseName = 'tabmind-conversations-test';
const question: Message = { role: 'user', id: 'q', text: 'Tell me a story' };
const answer: AssistantMessage = {
  role: 'assistant',
  id: 'a',
  text: 'Once',
  modelName: 'Guide',
  continuedBy: [],
  status: { state: 'streaming' },
};

let stores: ConversationStore[];
let opened: OpenConversation[];
let troubles: (KeepTrouble | null)[];
const tell = (trouble: KeepTrouble | null) => troubles.push(trouble);

beforeEach(() => {
  stores = [];
  opened = [];
  troubles = [];
});

afterEach(async () => {
  vi.restoreAllMocks();
  for (const conversation of opened) conversation.close();
  for (const store of stores) store.close();
  sessionStorage.clear();
  await deleteDB(databaseName);
});

function newStore() {
  const store = createConversationStore('test');
  stores.push(store);
  return store;
}

/** What a page of this tab does when it starts. */
async function start() {
  const conversation = await newStore().takeUp(tell);
  opened.push(conversation);
  return conversation;
}

/** The same in a tab that has just been opened. */
function startInNewTab() {
  sessionStorage.clear();
  return start();
}

/** Resolves once that many saves are written, or have failed. */
const saved = (times: number) => vi.waitFor(() => expect(troubles).toHaveLength(times));

async function storedIn(store: 'conversations' | 'messages'): Promise<object[]> {
  const database = await openDB(databaseName);
  const all = await database.getAll(store);
  database.close();
  return all;
}

it('brings a conversation back after a reload, with the answer that was streaming interrupted', async () => {
  const before = await start();
  expect(before.messages).toEqual([]);
  before.save([question, answer], 'turn');
  before.save([{ ...answer, text: 'Once there was' }], 'meanwhile');
  await saved(2);
  before.close();

  const { messages } = await start();
  expect(messages).toEqual([question, { ...answer, text: 'Once there was', status: { state: 'interrupted' } }]);
  expect(await storedIn('conversations')).toMatchObject([{ title: 'Tell me a story' }]);
});

it('writes the one record of an answer that grows', async () => {
  const conversation = await start();
  conversation.save([question, answer], 'turn');
  await saved(1);
  const put = vi.spyOn(IDBObjectStore.prototype, 'put');
  conversation.save([{ ...answer, text: 'Once there' }], 'meanwhile');
  await saved(2);
  expect(put.mock.calls.map(([record]) => record)).toMatchObject([{ place: 1, message: { text: 'Once there' } }]);
});

it('goes on in a new tab with the conversation that was used last, unless another tab has it open', async () => {
  const older = await start();
  older.save([{ ...question, text: 'The older one' }], 'turn');
  await saved(1);
  const newer = newStore().begin(tell);
  opened.push(newer);
  vi.spyOn(Date, 'now').mockReturnValue(Date.now() + 1);
  newer.save([{ ...question, text: 'The newer one' }], 'turn');
  await saved(2);

  older.close();
  expect((await startInNewTab()).messages).toEqual([]);
  newer.close();
  await vi.waitFor(async () => expect((await startInNewTab()).messages).toMatchObject([{ text: 'The newer one' }]));
});

it('begins a new conversation in a duplicated tab, and does not touch the first', async () => {
  const original = await start();
  original.save([question], 'turn');
  await saved(1);
  const duplicate = await start();
  expect(duplicate.messages).toEqual([]);
  duplicate.save([{ ...question, text: 'Another' }], 'turn');
  await saved(2);
  expect(await storedIn('conversations')).toHaveLength(2);
  expect(await storedIn('messages')).toHaveLength(2);
});

it('waits in a reload for the page that is being left', async () => {
  const before = await start();
  before.save([question], 'turn');
  await saved(1);
  setTimeout(() => before.close(), 100);
  expect((await start()).messages).toEqual([question]);
});

it('stays with a new conversation that nothing was said in yet', async () => {
  const before = await start();
  before.save([question], 'turn');
  await saved(1);
  before.close();
  newStore().begin(tell).close();
  expect((await start()).messages).toEqual([]);
});

it('leaves out what is damaged, reports it without its text, and writes over nothing that is left', async () => {
  const report = vi.spyOn(globalThis, 'reportError').mockImplementation(() => {});
  const before = await start();
  before.save([question, answer, { ...question, id: 'q2', text: 'And then?' }], 'turn');
  await saved(1);
  before.close();
  const database = await openDB(databaseName);
  const [id] = await database.getAllKeys('conversations');
  await database.put('messages', { conversationId: id, place: 1, message: { role: 'assistant', text: 'secret' } });
  await database.put('conversations', { id: 'foreign', updatedAt: Date.now() + 1e6 });
  database.close();

  const after = await startInNewTab();
  expect(after.messages.map(({ text }) => text)).toEqual(['Tell me a story', 'And then?']);
  expect(report.mock.calls).toEqual([[new Error('A stored message could not be read and is left out.')]]);
  after.save([{ ...answer, id: 'a2' }], 'turn');
  await saved(2);
  after.close();
  expect((await start()).messages.map((message) => message.id)).toEqual(['q', 'q2', 'a2']);
});

it('begins a conversation that is not kept where there is no IndexedDB, and keeps all of it once there is', async () => {
  const open = vi.spyOn(indexedDB, 'open').mockImplementation(() => {
    throw new DOMException('Denied', 'SecurityError');
  });
  const conversation = await start();
  conversation.save([question], 'turn');
  await saved(2);
  expect(troubles).toEqual(['unavailable', 'unavailable']);

  open.mockRestore();
  conversation.save([answer], 'meanwhile');
  await saved(3);
  expect(troubles.at(-1)).toBeNull();
  conversation.close();
  expect((await start()).messages.map(({ id }) => id)).toEqual(['q', 'a']);
});

it('tells that storage is full, and keeps all of it once there is room', async () => {
  const conversation = await start();
  const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('No room', 'QuotaExceededError');
  });
  conversation.save([question], 'turn');
  await saved(1);
  expect(troubles).toEqual(['full']);

  put.mockRestore();
  conversation.save([answer], 'meanwhile');
  await saved(2);
  expect(troubles.at(-1)).toBeNull();
  expect(await storedIn('messages')).toHaveLength(2);
  expect(await storedIn('conversations')).toHaveLength(1);
});

it('makes way for a later version of the database, and tells that it keeps no more', async () => {
  const conversation = await start();
  conversation.save([question], 'turn');
  await saved(1);
  const later = await openDB(databaseName, 2);
  conversation.save([answer], 'turn');
  await saved(2);
  expect(troubles.at(-1)).toBe('outdated');
  later.close();
});
