import { json } from 'node:stream/consumers';
import { answerPreflight, answerText, setCommonHeaders } from './answer.mjs';
import { ServedSpace } from './served-space.mjs';

/** @typedef {import('node:http').IncomingMessage} IncomingMessage */
/** @typedef {import('node:http').ServerResponse} ServerResponse */
/**
 * @typedef {object} Call
 * @property {IncomingMessage} request
 * @property {URLSearchParams} query
 * @property {AbortSignal} gone aborted when the caller has gone
 */

export const controlPrefix = '/control/';

const allowed = { methods: 'GET, POST, DELETE', headers: 'Content-Type' };

/**
 * What can be done with a space, by method and last part of the path.
 *
 * @type {Record<string, (space: ServedSpace, call: Call) => unknown>}
 */
const actions = {
  'POST faults': async ({ faults }, { request }) =>
    faults.add(/** @type {import('./space.js').Fault[]} */ (await json(request))),
  'DELETE faults': ({ faults }) => faults.clear(),
  'POST release': (space) => space.release(),
  'GET log': ({ journal }) => journal.log,
  'GET wait': ({ journal, closed }, { query, gone }) =>
    journal.reached(milestone(query), AbortSignal.any([gone, closed])),
};

/**
 * Answers the calls by which tests make spaces and command them.
 *
 * @param {Map<string, ServedSpace>} spaces
 * @param {string} origin the host's
 * @param {IncomingMessage} request
 * @param {ServerResponse} response
 */
export async function serveControl(spaces, origin, request, response) {
  setCommonHeaders(response, { cors: true });
  if (request.method === 'OPTIONS') return answerPreflight(response, allowed);
  const { pathname, searchParams } = new URL(request.url ?? '/', origin);
  const [collection, id, part] = pathname.slice(controlPrefix.length).split('/');
  const name = [request.method, part].filter(Boolean).join(' ');
  const space = spaces.get(id ?? '');
  if (collection === 'spaces' && id === undefined && name === 'POST') {
    return answer(response, async () => {
      const options = /** @type {import('./space.js').SpaceOptions} */ (await json(request));
      const created = await ServedSpace.create(options);
      spaces.set(created.id, created);
      return created.describe(origin);
    });
  }
  if (collection !== 'spaces' || !space) return answerText(response, 404, 'There is no such space.');
  if (name === 'DELETE') {
    spaces.delete(space.id);
    space.close();
    return answer(response, () => undefined);
  }
  const action = actions[name];
  if (!action) return answerText(response, 404, 'There is no such command.');
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  return answer(response, () => action(space, { request, query: searchParams, gone: gone.signal }));
}

/**
 * @param {ServerResponse} response
 * @param {() => unknown} act
 */
async function answer(response, act) {
  try {
    const result = await act();
    answerText(response, 200, JSON.stringify(result ?? null), { 'Content-Type': 'application/json' });
  } catch (error) {
    answerText(response, 400, error instanceof Error ? error.message : String(error));
  }
}

/**
 * @param {URLSearchParams} query
 * @returns {import('./space.js').Milestone}
 */
function milestone(query) {
  const path = query.get('path');
  const numbers = ['sentBytes', 'requests', 'ended'].map((name) => [name, Number(query.get(name) ?? 0)]);
  return { ...(path !== null && { path }), ...Object.fromEntries(numbers) };
}
