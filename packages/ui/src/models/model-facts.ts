import type { ModelConfig } from '@tabmind/model-registry';
import { formatBytes, formatSize } from '../format/bytes.js';

/** The figures that a choice needs, each a few words: download, GPU memory, memory for the conversation. */
export function modelFacts(model: ModelConfig): readonly string[] {
  const size = model.variants[0].downloadBytes;
  return [
    `${formatSize(size.value, size.estimated ? 'estimated' : 'exact')} download`,
    `${formatBytes(model.requiredVRAM * 1e6)} GPU memory`,
    `${model.contextWindow.toLocaleString('en')} tokens of context`,
  ];
}
