import { once } from 'node:events';
import { createServer } from 'node:http';
import { serveFile } from '../../tools/model-host/file-server.mjs';
import { guideModel } from '../../tools/model-host/guide-model.mjs';
import { ServedSpace } from '../../tools/model-host/served-space.mjs';
import { tinyModel } from './tiny-model.mjs';

const models = { guide: guideModel, tiny: tinyModel };

/**
 * @typedef {import('../../tools/model-host/space.js').Space} Space
 * @typedef {Omit<Space, 'release' | 'clearFaults'>} BenchSpace
 */

/**
 * The host of tools/ and its CDN, on free ports of this machine, commanded without HTTP. It has the tiny model as well.
 */
export async function startModelHost() {
  const spaces = new Map();
  const [host, cdn] = ['host', 'cdn'].map((server) =>
    createServer((request, response) => {
      serveFile({ server, spaces, cdnOrigin }, request, response).catch((error) => response.destroy(error));
    }),
  );
  const [origin, cdnOrigin] = await Promise.all([host, cdn].map(listen));
  return {
    /**
     * @param {{ model: { kind: 'guide' | 'tiny', paddingShards?: number, paddingBytes?: number }, bytesPerSecond?: number }} options
     * @returns {Promise<BenchSpace>}
     */
    async createSpace({ model, ...line }) {
      const space = new ServedSpace(line, await models[model.kind](model));
      spaces.set(space.id, space);
      return {
        ...(await space.describe(origin)),
        addFaults: async (faults) => space.faults.add(faults),
        log: async () => structuredClone(space.journal.log),
        waitFor: (milestone) => space.journal.reached(milestone, space.closed),
        async close() {
          spaces.delete(space.id);
          space.close();
        },
      };
    },
    async close() {
      await Promise.all([host, cdn].map(closeServer));
    },
  };
}

/** @param {import('node:http').Server} server */
async function listen(server) {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://localhost:${server.address().port}`;
}

/** @param {import('node:http').Server} server */
async function closeServer(server) {
  server.close();
  server.closeAllConnections();
  await once(server, 'close');
}
