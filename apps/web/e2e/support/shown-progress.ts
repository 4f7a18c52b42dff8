import type { Page } from '@playwright/test';

/** What a page showed of a download at one moment, as its text has it: `25 MB of 58.8 MB`, say. */
export interface ShownProgress {
  readonly percentage: number;
  readonly loaded: string;
  readonly total: string;
  /** Whether the total is no estimate. */
  readonly isExact: boolean;
  /** Of `loaded`, to the figures that are shown. */
  readonly loadedBytes: number;
}

/** Keeps all that a page shows of a download, from now until it is left. */
export async function recordProgress(page: Page): Promise<() => Promise<readonly ShownProgress[]>> {
  await page.evaluate(() => {
    const units = { kB: 1e3, MB: 1e6, GB: 1e9 };
    const shown: ShownProgress[] = [];
    const look = () => {
      const panel = document.querySelector('[aria-label^="Loading "][data-phase]');
      const [, value, unit, about, total] =
        /([\d.]+) ([kMG]B) of (about )?([\d.]+ [kMG]B)/.exec(panel?.textContent ?? '') ?? [];
      const bar = panel?.querySelector('[role="progressbar"]');
      if (!bar || value === undefined || total === undefined) return;
      const moment: ShownProgress = {
        percentage: Number(bar.getAttribute('aria-valuenow')),
        loaded: `${value} ${unit}`,
        total,
        isExact: about === undefined,
        loadedBytes: Number(value) * units[unit as keyof typeof units],
      };
      if (JSON.stringify(moment) !== JSON.stringify(shown.at(-1))) shown.push(moment);
    };
    new MutationObserver(look).observe(document.body, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
    });
    Object.assign(window, { shownProgress: shown });
  });
  return () => page.evaluate(() => (window as unknown as { shownProgress: ShownProgress[] }).shownProgress);
}
