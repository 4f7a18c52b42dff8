import type { FitVerdict } from '@tabmind/model-registry';
import { readLocal, writeLocal } from '../page/local-json.js';
import type { HandOverMemory, RememberedChoice } from './hand-over-memory.js';
import type { MoveSetting } from './move-setting.js';

interface Remembered {
  readonly choices: Readonly<Record<string, RememberedChoice>>;
  readonly used: readonly string[];
  readonly moves: MoveSetting | null;
}

const NOTHING: Remembered = { choices: {}, used: [], moves: null };

const moveSettings: readonly MoveSetting[] = ['next-message', 'on-request', 'never'];

const verdicts: readonly FitVerdict[] = ['fits', 'tight', 'unfit', 'unknown'];

/** A memory in `localStorage`. Where a browser denies that, or what is there is damaged, it remembers nothing. */
export function localMemory(key = 'tabmind.hand-over'): HandOverMemory {
  const remembered = () => parsed(readLocal(key));
  const remember = (changed: Partial<Remembered>) => writeLocal(key, { ...remembered(), ...changed });
  return {
    read: (modelId) => new Map(Object.entries(remembered().choices)).get(modelId) ?? null,
    write: (modelId, choice) => remember({ choices: { ...remembered().choices, [modelId]: choice } }),
    readUsed: () => remembered().used,
    noteUsed: (modelId) => remember({ used: [modelId, ...remembered().used.filter((id) => id !== modelId)] }),
    readMoves: () => remembered().moves,
    noteMoves: (moves) => remember({ moves }),
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
    moves: moveSettings.find((moves) => moves === value['moves']) ?? null,
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
