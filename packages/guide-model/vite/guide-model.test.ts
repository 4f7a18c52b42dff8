import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer as createHttpServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, createServer, type ViteDevServer } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { guideManifest } from '../src/index.js';
import { guideModel } from './index.js';

let app: string;

beforeAll(async () => {
  app = await mkdtemp(join(tmpdir(), 'guide-model-'));
  await writeFile(join(app, 'index.html'), '<!doctype html><title>An app</title>');
});

afterAll(() => rm(app, { recursive: true }));

function sha256(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

const hashes = new Map(guideManifest.files.map((file) => [file.path, file.sha256]));

describe('in development', () => {
  let vite: ViteDevServer;
  let http: Server;
  let origin: string;

  beforeAll(async () => {
    vite = await createServer({
      root: app,
      base: '/chat/',
      configFile: false,
      logLevel: 'error',
      plugins: [guideModel({ base: 'models/guide/' })],
      server: { middlewareMode: true, ws: false, watch: null },
    });
    http = createHttpServer(vite.middlewares);
    await new Promise<void>((resolve) => {
      http.listen(0, '127.0.0.1', resolve);
    });
    origin = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  });

  afterAll(async () => {
    await vite.close();
    await new Promise((resolve) => {
      http.close(resolve);
      http.closeAllConnections();
    });
  });

  it.each([...hashes])('serves %s below the base of the app', async (path, hash) => {
    const response = await fetch(`${origin}/chat/models/guide/${path}?v=1`);
    expect(response.status).toBe(200);
    expect(sha256(new Uint8Array(await response.arrayBuffer()))).toBe(hash);
  });

  it.each([
    ['guide.wasm', 'application/wasm'],
    ['resolve/main/mlc-chat-config.json', 'application/json'],
    ['resolve/main/params_shard_0.bin', 'application/octet-stream'],
  ])('gives %s the type %s', async (path, type) => {
    const response = await fetch(`${origin}/chat/models/guide/${path}`, { method: 'HEAD' });
    expect(response.headers.get('content-type')).toBe(type);
    const bytes = guideManifest.files.find((file) => file.path === path)?.bytes;
    expect(response.headers.get('content-length')).toBe(String(bytes));
  });

  it('leaves every other request to the app', async () => {
    const response = await fetch(`${origin}/chat/index.html`);
    expect(await response.text()).toContain('An app');
  });
});

describe('in a build', () => {
  it('copies every file unchanged', async () => {
    const outDir = join(app, 'out');
    await build({ root: app, configFile: false, logLevel: 'error', plugins: [guideModel()], build: { outDir } });
    for (const [path, hash] of hashes) {
      expect(sha256(await readFile(join(outDir, 'guide-model', path)))).toBe(hash);
    }
  });

  it('leaves a bundle for a server alone', async () => {
    const outDir = join(app, 'server-out');
    await writeFile(join(app, 'server.mjs'), 'export const answer = 42;');
    await build({
      root: app,
      configFile: false,
      logLevel: 'error',
      plugins: [guideModel()],
      build: { outDir, ssr: 'server.mjs' },
    });
    expect(await readdir(outDir)).toEqual(['server.mjs']);
  });
});
