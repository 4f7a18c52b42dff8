import './lose-devices.js';
import '@tabmind/engine/worker';
