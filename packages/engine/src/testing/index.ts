export { createScriptedEngine } from './create-scripted-engine.js';
export { reachCompiling, reachDownloading, reachLoading, reachReady } from './reach.js';
export { createScriptedHost, type ScriptedHost } from './scripted-host.js';
