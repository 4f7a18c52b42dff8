import type { ModelConfig } from '@tabmind/model-registry';

/** First words for an empty page. */
export interface Opening {
  readonly greeting: string;
  readonly sentence: string;
  /** Questions that the model answers well. */
  readonly starters: readonly string[];
}

const guideOpening: Opening = {
  greeting: 'Hello! I’m Guide.',
  sentence: 'A small model that lives in this tab. I know my way around Tabmind, tell tiny stories and do small sums.',
  starters: [
    'Is my chat with you private?',
    'Tell me a story about a hedgehog named Pim',
    'Which models are there?',
    'Make a small table for me',
  ],
};

const generalStarters = [
  'Explain how rainbows form',
  'Draft a polite reply that declines an invitation',
  'Write a Python function that finds duplicates in a list',
  'Give me five ideas for a rainy afternoon',
];

/** What an empty page says for a model; the Guide's own subjects for the Guide, and while nothing else is loaded. */
export function openingFor(model: ModelConfig | null): Opening {
  if (model === null || model.tier === 'guide') return guideOpening;
  return { greeting: `${model.name} is here.`, sentence: model.description, starters: generalStarters };
}
