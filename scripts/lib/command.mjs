import { CannotGoOn } from './cannot-go-on.mjs';
import { unsupportedNode } from './node-version.mjs';

/**
 * Runs one of the repository's commands and sets the exit code from what it returns. A `CannotGoOn` is shown as its
 * one sentence, without a stack.
 *
 * @param {() => Promise<number>} body
 */
export async function command(body) {
  try {
    const unsupported = unsupportedNode(process.versions.node);
    if (unsupported) throw new CannotGoOn(unsupported);
    process.exitCode = await body();
  } catch (error) {
    if (!(error instanceof CannotGoOn)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
