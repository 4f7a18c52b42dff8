import { assess, QUICK_MODEL } from '@tabmind/model-registry';
import { laptopOnMeteredLine } from '../testing/sample-devices.js';

/** A model that a person has to be asked about. */
export const sampleFit = assess(QUICK_MODEL, laptopOnMeteredLine);
