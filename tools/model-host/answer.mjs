/** @typedef {import('node:http').ServerResponse} ServerResponse */

const corsHeaders = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': 'ETag, Content-Length, Content-Range, Retry-After',
};

/** What every answer has. */
const commonHeaders = {
  'Cache-Control': 'no-store',
  // A browser asks again by itself where a connection that it has used before is reset: a fault would go unnoticed.
  Connection: 'close',
};

/**
 * @param {ServerResponse} response
 * @param {{ cors: boolean }} options
 */
export function setCommonHeaders(response, { cors }) {
  response.setHeaders(new Map(Object.entries({ ...commonHeaders, ...(cors && corsHeaders) })));
}

/**
 * @param {ServerResponse} response
 * @param {number} status
 * @param {string} text
 * @param {Record<string, string>} [headers]
 */
export function answerText(response, status, text, headers = {}) {
  const body = Buffer.from(text);
  response.writeHead(status, {
    'Content-Type': 'text/plain; charset=utf-8',
    'Content-Length': body.byteLength,
    ...headers,
  });
  response.end(body);
}

/**
 * @param {ServerResponse} response
 * @param {{ methods: string, headers: string }} allowed
 */
export function answerPreflight(response, { methods, headers }) {
  response.writeHead(204, {
    'Access-Control-Allow-Methods': methods,
    'Access-Control-Allow-Headers': headers,
    'Access-Control-Max-Age': '0',
  });
  response.end();
}
