import type { BackgroundDownload, EngineSnapshot } from '@tabmind/engine';
import { type Accessor, createEffect, createSignal, on } from 'solid-js';

type Downloads = readonly BackgroundDownload[];

/**
 * What a screen reader is told of downloads in the background: that one is paused, offline, failed or whole, once each.
 * Stalls and tries come and go, and are left to those who look.
 */
export function createDownloadAnnouncement(snapshot: Accessor<EngineSnapshot>): Accessor<string> {
  const [words, setWords] = createSignal('');
  createEffect(
    on(
      () => snapshot().downloads,
      (now, before: Downloads = []) => {
        const news = [...now.flatMap((download) => changeOf(download, before)), ...before.flatMap(endIn(now))];
        // A change of which nothing is to be said takes the last words away, so that they can be told again.
        if (news.length > 0) setWords(news.filter(Boolean).join(' '));
        return now;
      },
    ),
  );
  return words;
}

function changeOf({ model, state, error }: BackgroundDownload, before: Downloads): readonly string[] {
  if (before.find((download) => download.model.id === model.id)?.state === state) return [];
  switch (state) {
    case 'paused':
      return [`The download of ${model.name} is paused.`];
    case 'offline':
      return [`Offline. The download of ${model.name} goes on by itself when the line is back.`];
    case 'failed':
      return [`The download of ${model.name} failed. ${error?.message ?? ''}`];
    case 'transferring':
    case 'stalled':
    case 'retrying':
      return [''];
  }
}

/** One that left with every byte verified is whole; any other was cancelled by somebody who knows. */
function endIn(now: Downloads): (download: BackgroundDownload) => readonly string[] {
  return ({ model, progress }) => {
    if (now.some((download) => download.model.id === model.id)) return [];
    return [progress.percentage >= 100 ? `${model.name} is on this device now.` : ''];
  };
}
