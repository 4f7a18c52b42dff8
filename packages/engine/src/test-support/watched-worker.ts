/** The engine's worker, counted. The order of the imports matters. */
import './count-bytes.js';
import '../worker.js';
