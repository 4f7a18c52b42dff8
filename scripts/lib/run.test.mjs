import { describe, expect, it, vi } from 'vitest';
import { run } from './run.mjs';

const node = (/** @type {string} */ script, options = {}) =>
  run(process.execPath, ['-e', script], { output: 'kept', ...options });

describe('run', () => {
  it('gives the exit code and what was printed', async () => {
    const ended = await node('console.log("out"); console.error("err"); process.exitCode = 3');
    expect(ended.code).toBe(3);
    expect(ended.output).toContain('out');
    expect(ended.output).toContain('err');
  });

  it('gives 127 for a program that is not there', async () => {
    expect(await run('no-such-program', [], { output: 'kept' })).toEqual({ code: 127, output: '' });
  });

  it('ends a program past its limit together with what it started, and gives 124', async () => {
    // The inner program holds the output open, so the run would not end before it.
    const waits = 'setInterval(() => {}, 1000)';
    const script = `require('node:child_process').spawn(process.execPath, ['-e', '${waits}'], { stdio: 'inherit' }); ${waits}`;
    expect(await node(script, { limitSeconds: 1 })).toEqual({ code: 124, output: '' });
  });

  it('asks for no colour where nobody watches', async () => {
    vi.stubEnv('FORCE_COLOR', '1');
    const { output } = await node('console.log(process.env.NO_COLOR, process.env.FORCE_COLOR)');
    vi.unstubAllEnvs();
    expect(output).toBe('1 undefined\n');
  });
});
