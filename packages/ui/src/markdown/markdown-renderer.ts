import type { RendererObject } from 'marked';

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Plain text as HTML, in content and in quoted attributes. */
function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

/** Where marked's own HTML will not do: raw HTML is shown as text, images become links, what scrolls takes the focus. */
export const renderer: RendererObject = {
  html({ text }) {
    return escapeHtml(text);
  },
  image({ href, text }) {
    return `<a href="${escapeHtml(href)}">${escapeHtml(text || href)}</a>`;
  },
  checkbox({ checked }) {
    return checked ? '☑ ' : '☐ ';
  },
  code({ text, lang }) {
    const language = /^[\w+#.-]{1,24}/.exec(lang ?? '')?.[0];
    const label = language === undefined ? '' : ` data-language="${escapeHtml(language)}"`;
    return `<pre tabindex="0"${label}><code>${escapeHtml(text)}\n</code></pre>`;
  },
  table(token) {
    const cells = (row: typeof token.header) => `<tr>${row.map((cell) => this.tablecell(cell)).join('')}</tr>`;
    const body = token.rows.map(cells).join('');
    return `<div data-scrolls tabindex="0"><table><thead>${cells(token.header)}</thead><tbody>${body}</tbody></table></div>`;
  },
};
