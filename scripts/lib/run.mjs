import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { root } from './root.mjs';

const windows = process.platform === 'win32';

/**
 * @typedef {object} RunOptions
 * @property {string} [cwd] the repository's folder by default
 * @property {Record<string, string>} [env] added to this process's own
 * @property {'shown' | 'shown-and-kept' | 'kept'} [output] where what the program prints goes
 * @property {number} [limitSeconds] after which the program and all that it started are ended
 */

/**
 * Runs a program to its end. Programs in the repository's own `node_modules/.bin` are found by name.
 *
 * @param {string} program
 * @param {string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<{ code: number, output: string }>} `code` is 127 where the program could not be started and 124 where
 *   it ran past its limit; `output` is empty where it is only shown
 */
export function run(program, args, { cwd = root, env = {}, output = 'shown', limitSeconds } = {}) {
  const stream = output === 'shown' ? 'inherit' : 'pipe';
  // On Windows a program of node_modules/.bin is a script of its shell; elsewhere it leads a process group, so that the
  // browsers it starts end with it.
  const child = spawn(windows ? [program, ...args].map(quoted).join(' ') : program, windows ? [] : args, {
    cwd,
    env: childEnvironment(env),
    stdio: ['ignore', stream, stream],
    shell: windows,
    detached: !windows,
  });
  const kept = keepOutput(child, output === 'shown-and-kept');

  return new Promise((resolve) => {
    let code = 127;
    const timer = limitSeconds === undefined ? undefined : setTimeout(() => end(child), limitSeconds * 1000);
    const interrupt = () => {
      end(child);
      process.exit(130);
    };
    process.once('SIGINT', interrupt).once('SIGTERM', interrupt);

    const finish = () => {
      const late = timer !== undefined && child.signalCode === 'SIGKILL';
      clearTimeout(timer);
      process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
      resolve({ code: late ? 124 : code, output: kept.text });
    };
    child.once('exit', (exitCode) => {
      code = exitCode ?? 1;
    });
    child.once('close', finish);
    child.once('error', finish);
  });
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {boolean} shownToo
 */
function keepOutput(child, shownToo) {
  const kept = { text: '' };
  child.stdout?.setEncoding('utf8').on('data', (text) => {
    kept.text += text;
    if (shownToo) process.stdout.write(text);
  });
  child.stderr?.setEncoding('utf8').on('data', (text) => {
    kept.text += text;
    if (shownToo) process.stderr.write(text);
  });
  return kept;
}

/** @param {import('node:child_process').ChildProcess} child */
function end(child) {
  if (child.pid === undefined) return;
  if (windows) {
    child.kill('SIGKILL');
    return;
  }
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // The whole group has already ended.
  }
}

/** @param {string} word */
function quoted(word) {
  return /[\s"]/.test(word) ? `"${word.replaceAll('"', '\\"')}"` : word;
}

/** @param {Record<string, string>} added */
function childEnvironment(added) {
  const { FORCE_COLOR, ...inherited } = process.env;
  const colour = process.stdout.isTTY ? { ...(FORCE_COLOR && { FORCE_COLOR }) } : { NO_COLOR: '1' };
  return {
    ...inherited,
    ...colour,
    DO_NOT_TRACK: '1',
    TURBO_TELEMETRY_DISABLED: '1',
    STORYBOOK_DISABLE_TELEMETRY: '1',
    ...added,
    PATH: [join(root, 'node_modules', '.bin'), process.env.PATH].join(delimiter),
  };
}
