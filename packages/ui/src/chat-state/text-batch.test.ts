import { expect, it } from 'vitest';
import { createTextBatch } from './text-batch.js';

it('applies what gathered between two frames at once, in order', () => {
  const frames: (() => void)[] = [];
  const applied: string[] = [];
  const batch = createTextBatch(
    (callback) => {
      frames.push(callback);
      return () => frames.splice(frames.indexOf(callback), 1);
    },
    (text) => applied.push(text),
  );
  batch.add('one ');
  batch.add('two ');
  expect(frames).toHaveLength(1);
  frames.shift()?.();
  batch.add('three');
  expect(applied).toEqual(['one two ']);
  batch.flush();
  expect(applied).toEqual(['one two ', 'three']);
  expect(frames).toHaveLength(0);
});
