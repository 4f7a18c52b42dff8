import { listedVariants } from './listed-variants.mjs';
import { readGuide } from './read-guide.mjs';
import { readPrebuiltRecord, readWebLlmVersion } from './read-prebuilt.mjs';

const notice = '// Written by `pnpm --filter @tabmind/model-registry generate`: do not edit.\n';

/** @param {unknown} value */
const asLiteral = (value) => JSON.stringify(value, null, 2);

function renderPrebuilt() {
  const records = Object.fromEntries(listedVariants.map((id) => [id, readPrebuiltRecord(id)]));
  return `${notice}import type { PrebuiltRecord } from '../prebuilt-record.js';

/** The version of web-llm that the records were read from. */
export const webLlmVersion = ${asLiteral(readWebLlmVersion())};

/** web-llm's own figures for the listed variants, by \`model_id\`. */
export const prebuiltRecords = ${asLiteral(records)} as const satisfies Record<string, PrebuiltRecord>;
`;
}

function renderGuide() {
  return `${notice}import type { GuideFigures } from '../guide-figures.js';

/** The Guide's figures, read from its package, its manifest, its chat config and its tensor cache. */
export const guideFigures: GuideFigures = ${asLiteral(readGuide())};
`;
}

/**
 * The generated modules by their paths below `src/generated/`.
 * @returns {Record<string, string>}
 */
export function renderModules() {
  return { 'prebuilt.ts': renderPrebuilt(), 'guide.ts': renderGuide() };
}
