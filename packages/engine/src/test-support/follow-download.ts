import type { Engine } from '../page/engine.js';

/** What a person could see of one background download, from its begin to its end. */
export interface Followed {
  /** The states it was in, without repetitions in a row. */
  readonly states: readonly string[];
  /** The errors behind announced retries. */
  readonly retries: ReadonlySet<string>;
  /** Every reported number of loaded bytes, in order. */
  readonly loaded: readonly number[];
  /** `complete`, or the code of the error. */
  readonly ending: string;
  /** The error's sentence. */
  readonly message: string | null;
}

export async function followDownload(engine: Engine, modelId: string): Promise<Followed> {
  const states: string[] = [];
  const loaded: number[] = [];
  const retries = new Set<string>();
  const stop = engine.subscribe(({ downloads }) => {
    const download = downloads.find(({ model }) => model.id === modelId);
    if (download === undefined) return;
    if (states.at(-1) !== download.state) states.push(download.state);
    loaded.push(download.progress.loaded);
    if (download.progress.retry) retries.add(download.progress.retry.error.code);
  });
  const ending = await engine.download(modelId).then(
    () => ({ ending: 'complete', message: null }),
    (thrown: unknown) => {
      const { code, message } = thrown as { readonly code?: string; readonly message: string };
      return { ending: code ?? String(thrown), message };
    },
  );
  stop();
  return { states, retries, loaded, ...ending };
}
