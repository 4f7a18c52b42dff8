import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { unsupportedNode } from './node-version.mjs';
import { root } from './root.mjs';

describe('unsupportedNode', () => {
  it.each(['20.19.0', '20.20.2', '22.12.0', '23.0.0', '24.1.0'])('lets Node %s go on', (version) => {
    expect(unsupportedNode(version)).toBeUndefined();
  });

  it.each(['18.20.8', '20.18.3', '21.7.3', '22.11.0'])(
    'says that Node %s will not do, and where to get another',
    (version) => {
      expect(unsupportedNode(version)).toMatch(new RegExp(`Node ${version}: install it from https://nodejs.org`));
    },
  );

  it('agrees with package.json', () => {
    const { engines } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    expect(engines.node).toBe('^20.19.0 || >=22.12.0');
  });
});
