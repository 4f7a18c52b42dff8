export { createScriptedEngine } from './create-scripted-engine.js';
export {
  reachAwaitingConsent,
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
export { desktop, laptop, laptopOnMeteredLine, laptopWithoutRoom, oldLaptop, smallLaptop } from './sample-devices.js';
export { createScriptedHost, type ScriptedHost } from './scripted-host.js';
