import { engineError } from '../errors/error-data.js';
import { GIVEN_IMPORTS, IMPORT_MODULES, NEEDED_EXPORTS } from './runtime-interface.js';

/**
 * Whether web-llm's runtime can start this library, from what it declares: none of its code is run. A library of another
 * version that declares the same passes, and fails when it is loaded.
 *
 * @param host whom it comes from, for the message
 * @throws EngineError `model-incompatible` where it is no WebAssembly, no model's, or made for another version
 */
export async function checkLibrary(bytes: Uint8Array<ArrayBuffer>, host: string): Promise<void> {
  const library = await WebAssembly.compile(bytes).catch((cause: unknown) => {
    throw engineError('model-incompatible', `What ${host} serves as the library is not WebAssembly.`, cause);
  });
  const exported = WebAssembly.Module.exports(library).map(({ name }) => name);
  if (!exported.some((name) => name.startsWith('TVM'))) {
    const message = `What ${host} serves as the library is not a model’s.`;
    throw engineError('model-incompatible', message, 'It exports no function of TVM.');
  }
  const missing = NEEDED_EXPORTS.filter((name) => !exported.includes(name));
  const unmet = WebAssembly.Module.imports(library)
    .filter(({ module, name }) => !IMPORT_MODULES.includes(module) || !GIVEN_IMPORTS.includes(name))
    .map(({ module, name }) => `${module}.${name}`);
  if (missing.length === 0 && unmet.length === 0) return;
  const lacks = missing.length > 0 ? [`It lacks ${missing.join(', ')}.`] : [];
  const wants = unmet.length > 0 ? [`It wants ${unmet.join(', ')}.`] : [];
  const message = 'This library is made for another version of web-llm’s runtime.';
  throw engineError('model-incompatible', message, [...lacks, ...wants].join(' '));
}
