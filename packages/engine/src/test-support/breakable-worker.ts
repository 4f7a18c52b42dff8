/** The engine's worker, which can be broken on command. The order of the imports matters. */
import './break-worker.js';
import '../worker.js';
