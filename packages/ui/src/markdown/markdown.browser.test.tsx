import { createSignal } from 'solid-js';
import { render } from 'solid-js/web';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Markdown } from './markdown.jsx';

const root = document.createElement('div');
document.body.append(root);
let dispose = () => {};
afterEach(() => dispose());

function show(text: string) {
  dispose = render(() => <Markdown text={text} />, root);
}

const hostile = [
  '<script>window.__ran = true</script>',
  '<img src=x onerror="window.__ran = true">',
  '<svg onload="window.__ran = true"><a xlink:href="javascript:window.__ran=true">x</a></svg>',
  '<iframe srcdoc="<script>parent.__ran = true</script>"></iframe>',
  '<form action="https://evil.example"><button>Log in</button></form>',
  '<style>body { display: none }</style>',
  '<base href="https://evil.example/">',
  '<meta http-equiv="refresh" content="0;url=https://evil.example">',
  '<math><mtext><table><mglyph><style><!--</style><img src=1 onerror="window.__ran = true">',
  '<details open ontoggle="window.__ran = true">x</details>',
  '<a href="https://ok.example" onclick="window.__ran = true" style="position:fixed;inset:0">x</a>',
  '[x](javascript:window.__ran=true)',
  '[x](JaVaScRiPt:window.__ran=true)',
  '[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)',
  '[x](vbscript:msgbox)',
  '[x](  javascript&colon;window.__ran=true)',
  '[x](\u0001javascript:window.__ran=true)',
  '![tracker](https://evil.example/pixel.gif)',
  '![x](x" onerror="window.__ran=true)',
  '[x](https://ok.example "\\" onmouseover=\\"window.__ran=true")',
  '<https://ok.example/"onmouseover="window.__ran=true>',
  '```"><img src=x onerror=window.__ran=true>\ncode\n```',
  '`<img src=x onerror=window.__ran=true>`',
  '| <img src=x onerror=window.__ran=true> |\n| --- |\n| <script>window.__ran=true</script> |',
  '- [ ] <input autofocus onfocus="window.__ran = true">',
];

const safeAttributes = new Set([
  'href',
  'target',
  'rel',
  'tabindex',
  'data-language',
  'data-scrolls',
  'align',
  'start',
]);
const activeElements = 'script, img, svg, math, iframe, form, input, button, style, base, meta, object, embed, details';

describe('Markdown', () => {
  it.each(hostile)('makes nothing of %s', async (text) => {
    show(text);
    // Whatever would run or be fetched does so in later tasks.
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect('__ran' in window).toBe(false);
    expect(root.querySelectorAll(activeElements)).toHaveLength(0);
    for (const element of root.querySelectorAll('.tm-markdown-block *')) {
      expect(element.getAttributeNames().filter((name) => !safeAttributes.has(name))).toEqual([]);
    }
    for (const link of root.querySelectorAll('a')) {
      if (link.hasAttribute('href')) expect(link.protocol).toMatch(/^(https?|mailto):$/);
    }
  });

  it('shows raw HTML as the text that it is', () => {
    show('Use <b>bold</b> & see');
    expect(root.textContent.trim()).toBe('Use <b>bold</b> & see');
  });

  it('shows text, lists, tables, code and links', () => {
    show(
      '**Bold** and `code`\n\n1. one\n2. two\n\n| a | b |\n|---|---:|\n| 1 | 2 |\n\n```ts\nconst a = 1 < 2;\n```\n\n<https://ok.example>',
    );
    expect(root.querySelector('strong')?.textContent).toBe('Bold');
    expect(root.querySelectorAll('ol > li')).toHaveLength(2);
    expect(root.querySelector('td:last-child')?.getAttribute('align')).toBe('right');
    expect(root.querySelector('pre')?.dataset.language).toBe('ts');
    expect(root.querySelector('pre')?.textContent).toBe('const a = 1 < 2;\n');
    expect(root.querySelector('a')?.getAttribute('rel')).toBe('noopener noreferrer');
    expect(root.querySelector('a')?.target).toBe('_blank');
  });

  it('leaves the blocks above alone while the last one grows', () => {
    const [text, setText] = createSignal('First paragraph\n\n```ts\nconst a');
    dispose = render(() => <Markdown text={text()} />, root);
    const first = root.querySelector('p');
    const last = root.querySelector('.tm-markdown-block:last-child');
    const changes = vi.fn();
    const observer = new MutationObserver(changes);
    observer.observe(root, { subtree: true, childList: true, characterData: true });
    setText('First paragraph\n\n```ts\nconst a = 1;\n```');
    const touched = observer.takeRecords().map(({ target }) => target);
    expect(touched.length).toBeGreaterThan(0);
    expect(new Set(touched)).toEqual(new Set([last]));
    expect(root.querySelector('p')).toBe(first);
    expect(root.querySelector('pre')?.textContent).toBe('const a = 1;\n');
    observer.disconnect();
  });
});
