const LONGEST_SECONDS = 60;

/**
 * How long to wait before the next try, in seconds: twice as long after each failure, with equal jitter (half of it
 * fixed, half random: "Exponential Backoff And Jitter", AWS Architecture Blog, 2015), never shorter than the host asked for.
 *
 * @param attempt which try failed, from 1
 * @param random 0 to 1
 */
export function retryDelay(
  attempt: number,
  baseSeconds: number,
  retryAfterSeconds: number | null,
  random: number = Math.random(),
): number {
  const full = Math.min(LONGEST_SECONDS, baseSeconds * 2 ** (attempt - 1));
  return Math.max(full / 2 + (full / 2) * random, retryAfterSeconds ?? 0);
}
