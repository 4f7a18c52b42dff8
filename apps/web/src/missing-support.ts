import type { EngineSnapshot } from '@tabmind/engine';
import type { UnsupportedReason } from '@tabmind/ui';

/** Why no model can run in this browser at all; `null` where nothing is known against it. */
export function missingSupport(snapshot: EngineSnapshot, browser: object): UnsupportedReason | null {
  if (!('gpu' in browser)) return 'no-webgpu';
  if (snapshot.state !== 'error') return null;
  const { code, actions } = snapshot.error.error;
  switch (code) {
    case 'webgpu-unavailable':
      return 'no-webgpu';
    case 'adapter-unavailable':
      // One that was there, and that a reload may bring back, is a trouble like others.
      return actions.includes('reload-page') ? null : 'no-adapter';
    default:
      return null;
  }
}
