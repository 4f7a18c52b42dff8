import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CannotGoOn } from './cannot-go-on.mjs';
import { root } from './root.mjs';
import { run } from './run.mjs';

/** npm waits for a minute before it says that there is no network. */
const soonerOffline = { npm_config_fetch_retry_mintimeout: '1000', npm_config_fetch_retry_maxtimeout: '5000' };

/** Installs the workspace's packages, unless the last install was of exactly these package files. */
export async function install() {
  const stampFile = join(root, 'node_modules', '.tabmind-install');
  const stamp = installStamp(root);
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return;

  const pnpm = packageManager(root);
  console.log(`Installing packages with ${pnpm}`);
  const { code, output } = await run(
    'npx',
    ['--yes', '--prefer-offline', pnpm, 'install', '--frozen-lockfile', '--prefer-offline', '--reporter=append-only'],
    { output: 'shown-and-kept', env: soonerOffline },
  );
  if (code !== 0) throw new CannotGoOn(whyInstallFailed(code, output));
  writeFileSync(stampFile, stamp);
}

/**
 * What an install depends on: every package file of the workspace, the lock file, and the kind of machine.
 *
 * @param {string} workspace the workspace's folder
 * @returns {string} a hash, in hex
 */
export function installStamp(workspace) {
  const packages = ['packages', 'apps'].flatMap((folder) =>
    existsSync(join(workspace, folder)) ? readdirSync(join(workspace, folder)).map((name) => join(folder, name)) : [],
  );
  const files = ['pnpm-lock.yaml', 'pnpm-workspace.yaml', ...['', ...packages].map((at) => join(at, 'package.json'))];
  const hash = createHash('sha256').update(`${process.platform} ${process.arch}\n`);
  for (const file of files.map((name) => join(workspace, name)).filter((path) => existsSync(path))) {
    const content = readFileSync(file);
    hash.update(`${file.slice(workspace.length)} ${content.length}\n`).update(content);
  }
  return hash.digest('hex');
}

/**
 * @param {string} workspace
 * @returns {string} the pinned package manager, as `name@version`
 */
function packageManager(workspace) {
  return JSON.parse(readFileSync(join(workspace, 'package.json'), 'utf8')).packageManager;
}

/**
 * @param {number} code the installer's exit code
 * @param {string} output what it printed
 * @returns {string} one sentence: what is missing and how to get it
 */
export function whyInstallFailed(code, output) {
  if (code === 127)
    return 'npx was not found: install npm, which comes with Node from https://nodejs.org, and run the command again.';
  if (/ERR_PNPM_OUTDATED_LOCKFILE/.test(output)) {
    return 'pnpm-lock.yaml does not fit the package.json files: run "npx pnpm install --no-frozen-lockfile" and commit the lock file.';
  }
  if (
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ENETUNREACH|ETIMEDOUT|ENOTCACHED|ERR_PNPM_META_FETCH_FAIL/.test(output)
  ) {
    return 'The packages are not installed yet and the package registry could not be reached: connect to the network once and run the command again.';
  }
  return 'The packages could not be installed: the reason is in the lines above.';
}
