/** The engine's worker on a hindered GPU. The order of the imports matters. */
import './hinder-gpu.js';
import '../worker.js';
