import createDOMPurify, { type Config, type DOMPurify } from 'dompurify';

const plainAttributes = ['start', 'align', 'tabindex', 'data-language', 'data-scrolls'];

const allowed: Config = {
  ALLOWED_TAGS: [
    ...['p', 'br', 'hr', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote', 'ul', 'ol', 'li'],
    ...['strong', 'em', 'del', 'code', 'pre', 'a', 'div', 'table', 'thead', 'tbody', 'tr', 'th', 'td'],
  ],
  ALLOWED_ATTR: ['href', ...plainAttributes],
  // The pattern below would else be held against their values too.
  ADD_URI_SAFE_ATTR: plainAttributes,
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: false,
  ALLOWED_URI_REGEXP: /^(?:https?:\/\/|mailto:)/i,
};

/** Of our own, since its hook must not reach a purifier that the host page may have. */
function createPurifier(): DOMPurify {
  const created = createDOMPurify(window);
  created.addHook('afterSanitizeAttributes', (element) => {
    if (element.tagName !== 'A') return;
    element.setAttribute('target', '_blank');
    element.setAttribute('rel', 'noopener noreferrer');
  });
  return created;
}

let purifier: DOMPurify | undefined;

/** HTML of which nothing runs, nothing is fetched, and nothing can pass for a part of the page. */
export function sanitise(html: string): string {
  // Made at first use: the package can be imported where there is no window.
  purifier ??= createPurifier();
  return purifier.sanitize(html, allowed);
}
