import type { EngineSnapshot } from '@tabmind/engine';
import type { UnsupportedReason } from '@tabmind/ui';

/** Why no model can run in this browser at all; `null` where nothing is known against it. */
export function missingSupport(snapshot: EngineSnapshot, browser: object): UnsupportedReason | null {
  if (!('gpu' in browser)) return 'no-webgpu';
  if (snapshot.state !== 'error') return null;
  switch (snapshot.error.error.code) {
    case 'webgpu-unavailable':
      return 'no-webgpu';
    case 'adapter-unavailable':
      return 'no-adapter';
    default:
      return null;
  }
}
