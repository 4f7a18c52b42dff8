import type { LoadPhase } from './load-progress.js';

/** The phase in words, `Downloading Phi-2 model...` say. */
export function loadLabel(phase: LoadPhase, modelName: string): string {
  switch (phase) {
    case 'check':
      return 'Checking this device...';
    case 'download':
      return `Downloading ${modelName} model...`;
    case 'load':
      return `Loading ${modelName} onto the GPU...`;
    case 'compile':
      return 'Compiling shaders...';
    case 'ready':
      return 'Ready!';
  }
}
