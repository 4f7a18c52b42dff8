import { startModelHost } from './model-host.mjs';

/**
 * Runs a model host while the tests of a project run; they get its origin by `inject('modelHost')`.
 *
 * @param {import('vitest/node').TestProject} project
 */
export async function setup(project) {
  const host = await startModelHost();
  project.provide('modelHost', host.origin);
  return () => host.close();
}
