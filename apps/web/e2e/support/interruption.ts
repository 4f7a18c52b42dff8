import { expect } from '@playwright/test';
import type { Space } from '../../../../tools/model-host/space.js';
import type { ChatPage } from './chat-page.js';
import { midDownload, sentBy, unstored } from './padded-fable.js';
import { recordProgress } from './shown-progress.js';

/** Has Fable downloaded until it is half there. */
export async function startDownload(chat: ChatPage, space: Space): Promise<void> {
  await chat.state('ready.resting');
  await chat.use('Fable');
  await space.waitFor({ sentBytes: midDownload });
}

/**
 * Asks for Fable on the next visit, and looks that what was stored is shown from the start, that the rest alone is
 * fetched, and that the model talks.
 */
export async function goOn(chat: ChatPage, space: Space): Promise<void> {
  await chat.state('ready.resting');
  const progress = await recordProgress(chat.page);
  await chat.use('Fable');
  await chat.talksWith('Fable');

  const { again, inParts, resumedAt } = await sentBy(space);
  expect(resumedAt.length).toBeGreaterThan(0);
  expect(again).toBeLessThanOrEqual(unstored);
  for (const path of inParts) expect(path).toMatch(/^params_shard_/);
  const stored = resumedAt.reduce((sum, at) => sum + at, 0);
  const first = (await progress()).find(({ isExact }) => isExact);
  // It is shown to the megabyte.
  expect(first?.loadedBytes).toBeGreaterThan(stored - 1e6);
}
