import { parseBlocks } from './parse-blocks.js';
import { sanitise } from './sanitise.js';

/** What a block was made of, and what became of it. */
export interface RenderedBlock {
  readonly source: string;
  readonly html: string;
}

/** The blocks of a text as safe HTML. Those of `before` whose source is the same are taken over as they are. */
export function renderBlocks(text: string, before: readonly RenderedBlock[]): readonly RenderedBlock[] {
  return parseBlocks(text).map((block, index) => {
    const known = before[index];
    return known?.source === block.source ? known : { source: block.source, html: sanitise(block.toHtml()) };
  });
}
