/**
 * The lowest versions are those Vite runs on; `engines.node` of package.json says the same.
 *
 * @param {string} version as in `process.versions.node`
 * @returns {string | undefined} what is wrong with it, in one sentence; `undefined` where it will do
 */
export function unsupportedNode(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const supported = major > 22 || (major === 22 && minor >= 12) || (major === 20 && minor >= 19);
  return supported
    ? undefined
    : `Tabmind needs Node 20.19 or newer (22.12 or newer from 21 on) and this is Node ${version}: install it from https://nodejs.org and run the command again.`;
}
