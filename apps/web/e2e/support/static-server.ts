import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { join, resolve, sep } from 'node:path';
import { contentType } from './content-type.js';

export interface StaticServerOptions {
  /** Folders by the URL prefix below which they lie; prefixes begin and end with a slash, and the longest match wins. */
  readonly folders: Readonly<Record<string, string>>;
  /** Sees every request first; returns true where it answers that one itself, or leaves it without an answer. */
  readonly intercept?: (request: IncomingMessage, response: ServerResponse) => boolean;
}

export interface StaticServer {
  /** `http://localhost:40123`: a secure context, so WebGPU is there. */
  readonly origin: string;
  /** Ends every open connection too. */
  close(): Promise<void>;
}

/** Serves files from folders on a free port. Browsers keep nothing of it, so a file that is gone is gone. */
export async function startStaticServer({ folders, intercept }: StaticServerOptions): Promise<StaticServer> {
  const prefixes = Object.keys(folders).sort((a, b) => b.length - a.length);
  const fileFor = (pathname: string) => {
    const prefix = prefixes.find((candidate) => pathname.startsWith(candidate));
    const folder = prefix === undefined ? undefined : folders[prefix];
    if (prefix === undefined || folder === undefined) return null;
    const root = resolve(folder);
    const file = join(root, pathname.slice(prefix.length), pathname.endsWith('/') ? 'index.html' : '');
    return file.startsWith(root + sep) ? file : null;
  };

  const server = createServer(async (request, response) => {
    if (intercept?.(request, response)) return;
    const file = fileFor(decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname));
    const content = file === null ? null : await readFile(file).catch(() => null);
    if (file === null || content === null) {
      response.writeHead(404, { 'Content-Type': 'text/plain' }).end('Not found');
      return;
    }
    response
      .writeHead(200, {
        'Content-Type': contentType(file),
        'Content-Length': content.length,
        'Cache-Control': 'no-store',
      })
      .end(content);
  });

  await new Promise<void>((started, failed) => {
    server.once('error', failed);
    server.listen(0, '127.0.0.1', started);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');

  return {
    origin: `http://localhost:${address.port}`,
    close: () =>
      new Promise((closed, failed) => {
        server.close((error) => (error ? failed(error) : closed()));
        server.closeAllConnections();
      }),
  };
}
