/** Lines of a traceback that are kept: its end says what was wrong. */
const LINES = 4;

/**
 * Keeps the end of what is written to the console as errors. A library is compiled without exceptions: where TVM throws,
 * it exits, and its reason is there alone. What is written still appears.
 *
 * @returns ends the listening, and gives the words, or `null` where there were none
 */
export function hearLastWords(log: Pick<Console, 'error'> = console): () => string | null {
  const { error } = log;
  let words: string[] = [];
  const hear = (...args: unknown[]) => {
    words = [...words, args.join(' ')].slice(-LINES);
    error.apply(log, args);
  };
  log.error = hear;
  return () => {
    if (log.error === hear) log.error = error;
    return words.length === 0 ? null : words.join('\n');
  };
}
