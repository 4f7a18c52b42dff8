import type { Connect } from 'vite';
import { contentType } from './content-type.js';
import { guideManifest } from './guide-manifest.js';
import { readServedFile } from './served-folder.js';

/** Middleware that answers requests for the Guide's files below `baseUrl`, which ends in a slash, and passes on all others. */
export function serveGuide(baseUrl: string): Connect.NextHandleFunction {
  const files = new Map(guideManifest.files.map((file) => [baseUrl + file.path, file]));
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
    readServedFile(file).then((content) => response.end(content), next);
  };
}
