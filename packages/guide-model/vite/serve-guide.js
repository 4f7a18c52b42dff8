import { contentType } from './content-type.js';
import { readServedFile, servedFiles } from './served-files.js';

/**
 * Middleware that answers requests for the Guide's files below a base URL and passes on all others.
 *
 * @param {string} baseUrl ends in a slash
 * @returns {import('vite').Connect.NextHandleFunction}
 */
export function serveGuide(baseUrl) {
  const files = new Map(servedFiles.map((file) => [baseUrl + file.path, file]));
  return (request, response, next) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const file = files.get(pathname);
    if (!file) {
      next();
      return;
    }
    response.setHeader('Content-Type', contentType(file.path));
    response.setHeader('Content-Length', file.bytes);
    response.setHeader('Cache-Control', 'no-cache');
    if (request.method === 'HEAD') {
      response.end();
      return;
    }
    readServedFile(file.path).then((content) => response.end(content), next);
  };
}
