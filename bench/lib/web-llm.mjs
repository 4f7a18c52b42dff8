import { createRequire } from 'node:module';
import { join } from 'node:path';
import { root } from '../../scripts/lib/root.mjs';

/** web-llm as its package has it. */
export const webLlm = createRequire(join(root, 'packages', 'engine', 'package.json')).resolve('@mlc-ai/web-llm');
