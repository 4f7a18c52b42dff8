import { createMemo, Index, type JSX } from 'solid-js';
import { type RenderedBlock, renderBlocks } from './render-blocks.js';

/** Markdown of a model, sanitised. While text is appended, only the block that grows is rendered again. */
export function Markdown(props: { readonly text: string }): JSX.Element {
  const blocks = createMemo<readonly RenderedBlock[]>((before) => renderBlocks(props.text, before), []);
  return (
    <div class="tm tm-markdown" dir="auto">
      <Index each={blocks()}>{(block) => <div class="tm-markdown-block" innerHTML={block().html} />}</Index>
    </div>
  );
}
