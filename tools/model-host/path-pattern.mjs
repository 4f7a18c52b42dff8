/**
 * @param {string} pattern a file's name, or `/…/` around the source of a regular expression
 * @returns {(path: string) => boolean}
 * @throws SyntaxError where the regular expression is none
 */
export function pathMatcher(pattern) {
  const source = /^\/(.+)\/$/.exec(pattern)?.[1];
  if (source === undefined) return (path) => path === pattern;
  const expression = new RegExp(source);
  return (path) => expression.test(path);
}
