import { Marked, type Token } from 'marked';
import { renderer } from './markdown-renderer.js';

const marked = new Marked({ gfm: true, breaks: false, async: false, renderer });

/** One top-level block of a Markdown text: a paragraph, a list, a code block. */
export interface MarkdownBlock {
  readonly source: string;
  /** Not sanitised yet. */
  toHtml(): string;
}

/** The blocks of a text; all but the last keep their source while more text is appended, unless a link is defined later. */
export function parseBlocks(text: string): readonly MarkdownBlock[] {
  return marked
    .lexer(text)
    .filter(({ type }) => type !== 'space' && type !== 'def')
    .map((token: Token) => ({ source: token.raw, toHtml: () => marked.parser([token]) }));
}
