/** How often a host is asked within the silence that is allowed. */
const ASKS = 4;

/** Until its first word a host's script may still be arriving: it gets this many times longer. */
const START_FACTOR = 6;

export interface Heartbeat {
  /** The host said something. */
  beat(): void;
  stop(): void;
}

/**
 * Tells when a host has been silent for too long. Silence is counted in asks without an answer, not in time: a page
 * that was frozen, or a device that slept, has asked nothing meanwhile.
 *
 * @param seconds of silence that are allowed; `Infinity` for any
 */
export function startHeartbeat(seconds: number, ask: () => void, onSilence: () => void): Heartbeat {
  let unanswered = 0;
  let limit = ASKS * START_FACTOR;
  const tick = () => {
    if (unanswered >= limit) {
      clearInterval(timer);
      onSilence();
    } else {
      unanswered += 1;
      ask();
    }
  };
  const timer = Number.isFinite(seconds) ? setInterval(tick, (seconds * 1000) / ASKS) : undefined;
  return {
    beat() {
      unanswered = 0;
      limit = ASKS;
    },
    stop: () => clearInterval(timer),
  };
}
