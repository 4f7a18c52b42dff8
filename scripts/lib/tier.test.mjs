import { describe, expect, it } from 'vitest';
import { closingLine, selectSuites } from './tier.mjs';

/**
 * @param {string} name
 * @param {string[]} after
 * @returns {import('./suites.mjs').Suite}
 */
const suite = (name, after = []) => ({
  name,
  needs: 'nothing',
  after,
  run: async () => ({ passed: 1, failed: 0 }),
});
const suites = [suite('lint'), suite('build'), suite('e2e', ['build'])];
const names = (/** @type {string[]} */ ...args) => selectSuites(suites, args).map(({ name }) => name);

describe('selectSuites', () => {
  it('takes all where nothing is asked for', () => {
    expect(names()).toEqual(['lint', 'build', 'e2e']);
  });

  it('takes those asked for and those they need, in the order they run in', () => {
    expect(names('--only', 'e2e')).toEqual(['build', 'e2e']);
    expect(names('--only', 'e2e,lint')).toEqual(['lint', 'build', 'e2e']);
  });

  it('names the suites there are where one is not known', () => {
    expect(() => names('--only', 'lint,e2')).toThrow('There is no suite "e2": name one or more of lint,build,e2e.');
    expect(() => names('--only')).toThrow('There is no suite "": name one or more of lint,build,e2e.');
  });
});

describe('closingLine', () => {
  it('is the totals of all suites, without colour', () => {
    const rows = [
      { passed: 12, failed: 0 },
      { passed: 30, failed: 2 },
    ];
    expect(closingLine(rows)).toBe('42 passed, 2 failed');
  });
});
