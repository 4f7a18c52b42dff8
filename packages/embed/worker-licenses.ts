import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

const packageFolder = /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/;

/** Puts the licences of what a worker bundles beside it: Vite's `build.license` sees the page's script only. */
export function workerLicenses(fileName: string): Plugin {
  return {
    name: 'tabmind:worker-licenses',
    generateBundle(_options, bundle) {
      const moduleIds = Object.values(bundle).flatMap((output) => (output.type === 'chunk' ? output.moduleIds : []));
      const folders = new Set(moduleIds.flatMap((id) => packageFolder.exec(id)?.[0] ?? []));
      const licenses = [...folders].map(licenseOf);
      this.emitFile({ type: 'asset', fileName, source: ['# Licenses of worker.js', ...licenses.sort()].join('\n\n') });
    },
  };
}

function licenseOf(folder: string): string {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  if (file === undefined) throw new Error(`${name} comes without its licence.`);
  return `## ${name} - ${version} (${license})\n\n${readFileSync(join(folder, file), 'utf8').trim()}`;
}
