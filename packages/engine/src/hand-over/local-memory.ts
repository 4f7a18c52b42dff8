import type { FitVerdict } from '@tabmind/model-registry';
import type { HandOverMemory, RememberedChoice } from './hand-over-memory.js';

interface Remembered {
  readonly choices: Readonly<Record<string, RememberedChoice>>;
  readonly used: readonly string[];
}

const NOTHING: Remembered = { choices: {}, used: [] };

const verdicts: readonly FitVerdict[] = ['fits', 'tight', 'unfit', 'unknown'];

/** A memory in `localStorage`. Where a browser denies that, or what is there is damaged, it remembers nothing. */
export function localMemory(key = 'tabmind.hand-over'): HandOverMemory {
  const remembered = (): Remembered => {
    try {
      return parsed(JSON.parse(localStorage.getItem(key) ?? 'null'));
    } catch {
      return NOTHING;
    }
  };
  const remember = (changed: Partial<Remembered>) => {
    try {
      localStorage.setItem(key, JSON.stringify({ ...remembered(), ...changed }));
    } catch {
      // Denied, or full: the person may be asked again.
    }
  };
  return {
    read: (modelId) => new Map(Object.entries(remembered().choices)).get(modelId) ?? null,
    write: (modelId, choice) => remember({ choices: { ...remembered().choices, [modelId]: choice } }),
    readUsed: () => remembered().used,
    noteUsed: (modelId) => remember({ used: [modelId, ...remembered().used.filter((id) => id !== modelId)] }),
  };
}

/** Other pages of the origin, and other versions of this one, may have written there. */
function parsed(value: unknown): Remembered {
  if (!isRecord(value)) return NOTHING;
  const choices = isRecord(value['choices']) ? Object.entries(value['choices']) : [];
  const used = Array.isArray(value['used']) ? value['used'] : [];
  return {
    choices: Object.fromEntries(choices.filter((entry): entry is [string, RememberedChoice] => isChoice(entry[1]))),
    used: used.filter((id) => typeof id === 'string'),
  };
}

function isChoice(value: unknown): value is RememberedChoice {
  if (!isRecord(value)) return false;
  const { choice, verdict, line } = value;
  if (choice === 'declined') return true;
  return choice === 'accepted' && verdicts.some((known) => known === verdict) && (line === 'free' || line === 'costly');
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
