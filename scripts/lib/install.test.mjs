import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { installStamp, whyInstallFailed } from './install.mjs';

describe('installStamp', () => {
  /** @type {string} */
  let workspace;
  const write = (/** @type {string} */ file, /** @type {string} */ text) => writeFileSync(join(workspace, file), text);
  beforeEach(() => {
    workspace = mkdtempSync(join(tmpdir(), 'workspace-'));
    mkdirSync(join(workspace, 'packages', 'engine'), { recursive: true });
    write('package.json', '{}');
    write('pnpm-lock.yaml', 'lockfileVersion: 9');
    write('packages/engine/package.json', '{}');
  });
  afterEach(() => rmSync(workspace, { recursive: true }));

  it('stays while no package file changes', () => {
    const before = installStamp(workspace);
    write('packages/engine/index.ts', 'export {};');
    expect(installStamp(workspace)).toBe(before);
  });

  it.each(['package.json', 'pnpm-lock.yaml', 'packages/engine/package.json'])('changes with %s', (file) => {
    const before = installStamp(workspace);
    write(file, '{ "changed": true }');
    expect(installStamp(workspace)).not.toBe(before);
  });

  it('changes when a package is added', () => {
    const before = installStamp(workspace);
    mkdirSync(join(workspace, 'apps', 'web'), { recursive: true });
    write('apps/web/package.json', '{}');
    expect(installStamp(workspace)).not.toBe(before);
  });
});

describe('whyInstallFailed', () => {
  it.each([
    ['no npx', 127, '', /npx was not found.*nodejs\.org/],
    ['no network', 1, 'npm error code ENOTFOUND', /could not be reached: connect to the network once/],
    ['a stale lock file', 1, ' ERR_PNPM_OUTDATED_LOCKFILE  Cannot install', /pnpm-lock\.yaml does not fit/],
    ['anything else', 1, 'ENOSPC: no space left on device', /in the lines above/],
  ])('says in one sentence what to do about %s', (_, code, output, sentence) => {
    const why = whyInstallFailed(code, output);
    expect(why).toMatch(sentence);
    expect(why).toMatch(/^[^\n]*\.$/);
  });
});
