import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { GUIDE_MODEL, type ModelConfig } from '@tabmind/model-registry';
import { startStaticServer } from './static-server.js';

const served = new URL('../../../../packages/guide-model/served/', import.meta.url).pathname;
const repository = '/acme/fable/resolve/main/';

export interface ModelHost {
  /** The Guide's weights under another name, as a host of models serves them. */
  readonly model: ModelConfig;
  /** Paths asked for, in order. */
  readonly requests: readonly string[];
  close(): Promise<void>;
}

/** A host that redirects every file of a repository to a CDN on another origin, which knows ETag and Range. */
export async function startModelHost(): Promise<ModelHost> {
  const requests: string[] = [];
  const cdn = await startStaticServer({ folders: {}, intercept: serveFromCdn });
  const host = await startStaticServer({
    folders: {},
    intercept(request, response) {
      const path = request.url ?? '/';
      requests.push(path);
      if (answersPreflight(request, response)) return true;
      const name = path.startsWith(repository) ? `resolve/main/${path.slice(repository.length)}` : 'guide.wasm';
      response.writeHead(302, { ...cors(request), Location: `${cdn.origin}/blobs/${name}` }).end();
      return true;
    },
  });

  const [guide] = GUIDE_MODEL.variants;
  const { sha256: _pinned, ...figures } = guide;
  return {
    requests,
    model: {
      ...GUIDE_MODEL,
      id: 'fable',
      tier: 'starter',
      name: 'Fable',
      description: 'A second model, from a host that redirects.',
      variants: [
        {
          ...figures,
          id: 'fable-q0f32-MLC',
          modelUrl: `${host.origin}/acme/fable`,
          libraryUrl: `${host.origin}/libraries/fable.wasm`,
          downloadBytes: {
            value: 9_000_000,
            estimated: true,
            source: 'a guess, to be replaced by the host’s own list',
          },
        },
      ],
    },
    async close() {
      await host.close();
      await cdn.close();
    },
  };
}

function serveFromCdn(request: IncomingMessage, response: ServerResponse): boolean {
  if (answersPreflight(request, response)) return true;
  const content = readFileSync(served + (request.url ?? '').replace(/^\/blobs\//, ''));
  const etag = `"${createHash('sha256').update(content).digest('hex')}"`;
  const [, from] = /^bytes=(\d+)-$/.exec(request.headers.range ?? '') ?? [];
  const isPart = from !== undefined && (request.headers['if-range'] ?? etag) === etag;
  const body = isPart ? content.subarray(Number(from)) : content;
  response
    .writeHead(isPart ? 206 : 200, {
      ...cors(request),
      'Content-Type': 'application/octet-stream',
      'Content-Length': body.length,
      'Accept-Ranges': 'bytes',
      ETag: etag,
      ...(isPart && { 'Content-Range': `bytes ${from}-${content.length - 1}/${content.length}` }),
    })
    .end(body);
  return true;
}

function answersPreflight(request: IncomingMessage, response: ServerResponse): boolean {
  if (request.method !== 'OPTIONS') return false;
  response.writeHead(204, { ...cors(request), 'Access-Control-Allow-Headers': 'Range, If-Range' }).end();
  return true;
}

function cors(request: IncomingMessage) {
  return {
    'Access-Control-Allow-Origin': request.headers.origin ?? '*',
    'Access-Control-Expose-Headers': 'ETag, Content-Length, Content-Range',
  };
}
