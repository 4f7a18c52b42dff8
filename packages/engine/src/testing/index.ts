export { createScriptedEngine } from './create-scripted-engine.js';
export {
  reachBackgroundDownload,
  reachCompiling,
  reachDownloading,
  reachLoading,
  reachOffline,
  reachPaused,
  reachReady,
  reachRecovering,
  reachRetrying,
  reachStalled,
} from './reach.js';
export { createScriptedHost, type ScriptedHost } from './scripted-host.js';
