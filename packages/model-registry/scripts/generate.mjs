// Writes src/generated from the installed web-llm and from packages/guide-model.
import { mkdirSync, writeFileSync } from 'node:fs';
import { renderModules } from './render-modules.mjs';

const folder = new URL('../src/generated/', import.meta.url);
mkdirSync(folder, { recursive: true });
for (const [path, text] of Object.entries(renderModules())) writeFileSync(new URL(path, folder), text);
