/**
 * @typedef {object} Route
 * @property {string} spaceId
 * @property {'resolve' | 'raw' | 'blob'} form `resolve`: an address that may redirect to the file's `blob` at the CDN
 * @property {string} file
 * @property {string | null} ticket
 */

const hostPath = /^\/([^/]+)\/acme\/model\/(resolve|raw)\/main\/([^/]+)$/;
const libraryPath = /^\/([^/]+)\/libraries\/([^/]+)$/;
const cdnPath = /^\/([^/]+)\/blobs\/([^/]+)$/;

/**
 * @param {'host' | 'cdn'} server
 * @param {URL} url
 * @returns {Route | undefined}
 */
export function parseRoute(server, { pathname, searchParams }) {
  const ticket = searchParams.get('ticket');
  if (server === 'cdn') {
    const [, spaceId, file] = cdnPath.exec(pathname) ?? [];
    return spaceId && file ? { spaceId, form: 'blob', file, ticket } : undefined;
  }
  const [, spaceId, form, file] = hostPath.exec(pathname) ?? [];
  if (spaceId && form && file) return { spaceId, form: form === 'raw' ? 'raw' : 'resolve', file, ticket };
  const [, librarySpace, library] = libraryPath.exec(pathname) ?? [];
  return librarySpace && library ? { spaceId: librarySpace, form: 'resolve', file: library, ticket } : undefined;
}

/**
 * @param {string} cdnOrigin
 * @param {Route} route
 * @param {string | null} ticket
 */
export function blobUrl(cdnOrigin, { spaceId, file }, ticket) {
  const url = `${cdnOrigin}/${spaceId}/blobs/${file}`;
  return ticket === null ? url : `${url}?ticket=${ticket}`;
}
