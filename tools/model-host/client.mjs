/**
 * Commands a model host, from Node or from any page. Everything here uses `fetch` alone.
 *
 * @param {string} origin the host's
 * @returns {import('./space.js').ModelHostClient}
 */
export function connectModelHost(origin) {
  // A browser opens six connections to one host: under another name of the same server a command gets through while a
  // model's downloads hold them all.
  const control = `${origin.replace('//localhost:', '//127.0.0.1:')}/control/spaces`;
  return {
    async createSpace(options) {
      const description = /** @type {import('./space.js').SpaceDescription} */ (await call('POST', control, options));
      return openSpace(control, description);
    },
  };
}

/**
 * @param {string} control
 * @param {import('./space.js').SpaceDescription} description
 * @returns {import('./space.js').Space}
 */
function openSpace(control, description) {
  const url = `${control}/${description.id}`;
  return {
    ...description,
    async addFaults(faults) {
      await call('POST', `${url}/faults`, faults);
    },
    async clearFaults() {
      await call('DELETE', `${url}/faults`);
    },
    async release() {
      await call('POST', `${url}/release`);
    },
    async log() {
      return /** @type {import('./space.js').SpaceLog} */ (await call('GET', `${url}/log`));
    },
    async waitFor(milestone, signal) {
      const query = new URLSearchParams(Object.entries(milestone).map(([name, value]) => [name, String(value)]));
      await call('GET', `${url}/wait?${query}`, undefined, signal);
    },
    async close() {
      await call('DELETE', url);
    },
  };
}

/**
 * @param {string} method
 * @param {string} url
 * @param {unknown} [body]
 * @param {AbortSignal} [signal]
 * @returns {Promise<unknown>}
 */
async function call(method, url, body, signal) {
  const response = await fetch(url, {
    method,
    ...(body !== undefined && { body: JSON.stringify(body) }),
    ...(signal && { signal }),
  });
  if (!response.ok) throw new Error(`The model host answered ${response.status}: ${await response.text()}`);
  return response.json();
}
