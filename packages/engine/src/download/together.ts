/**
 * Runs all at once. Where one fails the others are aborted, and waited for: what they still do to the store would else
 * reach into the next download of the same files.
 */
export async function together<Result>(
  abort: AbortController,
  tasks: readonly (() => Promise<Result>)[],
): Promise<Result[]> {
  const endings = await Promise.allSettled(
    tasks.map((task) =>
      task().catch((reason: unknown) => {
        abort.abort(reason);
        throw reason;
      }),
    ),
  );
  return endings.map((ending) => {
    if (ending.status === 'rejected') throw abort.signal.reason;
    return ending.value;
  });
}
