import 'vitest';

declare module 'vitest' {
  interface ProvidedContext {
    /** The origin of the model host that runs beside the tests: `connectModelHost(inject('modelHost'))`. */
    modelHost: string;
  }
}
