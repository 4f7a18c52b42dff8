export {
  createEngine,
  createHandOver,
  type Engine,
  EngineError,
  type EngineOptions,
  type HandOver,
  type HandOverOptions,
} from '@tabmind/engine';
export { mountChat } from './mount-chat.jsx';
export { mountModels } from './mount-models.jsx';
export type { Dispose, MountChatOptions, MountOptions } from './mount-options.js';
