import { ownModel } from '@tabmind/engine';
import { describe, expect, it } from 'vitest';
import { fieldOf } from './field-of.js';
import { ownModelFacts, shortenHash } from './own-model-facts.js';

const base = 'https://page.example/app/';
const library = 'https://models.example/mine.wasm';

describe('fieldOf', () => {
  it.each([
    ['libraryUrl: ""', '', 'libraryUrl'],
    ['modelUrl: ""', library, 'modelUrl'],
    [`${library}\nCompileError: x`, library, 'libraryUrl'],
    [`${base}mine.wasm`, 'mine.wasm', 'libraryUrl'],
    ['https://models.example/mine/resolve/main/mlc-chat-config.json', library, 'modelUrl'],
    [null, library, 'modelUrl'],
  ] as const)('puts an error with the detail %s beside the field at fault', (detail, typed, field) => {
    expect(fieldOf({ detail }, typed, base)).toBe(field);
  });
});

describe('ownModelFacts', () => {
  const exact = (value: number) => ({ value, estimated: false, source: 'told' });
  const values = (model: ReturnType<typeof ownModel>) => ownModelFacts(model).map(({ value }) => value);

  it('gives what was read to the byte', () => {
    const model = ownModel({
      modelUrl: 'https://models.example/mine',
      libraryUrl: library,
      parameters: exact(3_276_800),
      downloadBytes: exact(8_453_790),
      quantization: 'q0f32',
      contextWindow: 1024,
      requiredVRAM: 15,
    });
    expect(values(model)).toEqual(['8,453,790 bytes (8.5 MB)', '3.28 million', '1,024 tokens', 'about 16 MB', 'q0f32']);
  });

  it('says about of what was computed', () => {
    const model = ownModel({ modelUrl: 'https://models.example/Mine-3B-q4f16_1-MLC', libraryUrl: library });
    expect(values(model).slice(0, 2)).toEqual(['about 1,687,500,000 bytes (1.69 GB)', 'about 3 billion']);
  });
});

it('shortens a checksum to its ends', () => {
  expect(shortenHash(`01234567${'a'.repeat(48)}89abcdef`)).toBe('01234567…89abcdef');
});
