import { readFileSync } from 'node:fs';
import type { ModelConfig } from '@tabmind/model-registry';
import { type StaticServer, startStaticServer } from './static-server.js';

const dist = new URL('../../dist/', import.meta.url).pathname;

export interface AppServer extends StaticServer {
  /** From now on the model files are gone; the app's own pages and scripts are still served. */
  removeModels(): void;
  /** From now on requests for weights get no answer, until `serveWeights`. */
  holdWeights(): void;
  serveWeights(): void;
}

/** The built app on a port of its own. @param ownModels what the deployment adds to the registry's models */
export async function startAppServer(ownModels: readonly ModelConfig[] = []): Promise<AppServer> {
  const page = readFileSync(`${dist}index.html`, 'utf8').replace(
    /(id="tabmind-models">)\[\]/,
    (_, opening: string) => `${opening}${JSON.stringify(ownModels)}`,
  );
  let models: 'served' | 'weights held' | 'gone' = 'served';
  const server = await startStaticServer({
    folders: { '/': dist },
    intercept(request, response) {
      if (request.url === '/') {
        response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(page);
        return true;
      }
      if (models === 'gone' && request.url?.startsWith('/guide-model/')) {
        response.writeHead(404).end();
        return true;
      }
      return models === 'weights held' && request.url?.endsWith('.bin') === true;
    },
  });
  return {
    ...server,
    removeModels() {
      models = 'gone';
    },
    holdWeights() {
      models = 'weights held';
    },
    serveWeights() {
      models = 'served';
    },
  };
}
