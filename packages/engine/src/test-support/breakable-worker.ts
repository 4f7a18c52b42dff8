/** The engine's worker, which can be broken on command, and counts what it holds. The order of the imports matters. */
import './break-worker.js';
import './count-resources.js';
import '../worker.js';
