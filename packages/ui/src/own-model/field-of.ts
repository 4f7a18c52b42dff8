import type { EngineError } from '@tabmind/engine';

/** The two things that are asked for. */
export type OwnModelField = 'modelUrl' | 'libraryUrl';

/**
 * The field that a failed `engine.readModel` is about: its detail begins with the option's name or with the address that is
 * at fault.
 *
 * @param libraryUrl as typed
 * @param baseUrl what a relative one is resolved against
 */
export function fieldOf({ detail }: Pick<EngineError, 'detail'>, libraryUrl: string, baseUrl: string): OwnModelField {
  const library = URL.canParse(libraryUrl, baseUrl) ? new URL(libraryUrl, baseUrl).href : libraryUrl;
  const isLibrary = detail !== null && (detail.startsWith('libraryUrl:') || detail.startsWith(library));
  return isLibrary ? 'libraryUrl' : 'modelUrl';
}
