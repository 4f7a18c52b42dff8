import { type FitReport, type FitVerdict, lacksOf } from '@tabmind/model-registry';
import type { RememberedChoice } from './hand-over-memory.js';

/** The best first. Against a model whose fit is unknown speaks more than against a tight one, and less than a budget. */
const severity: Readonly<Record<FitVerdict, number>> = { fits: 0, tight: 1, unknown: 2, unfit: 3 };

/** Whether the device lacks what no consent gives it: a feature, or the size of something. Estimates can be wrong. */
export function cannotRun(report: FitReport): boolean {
  return lacksOf(report).length > 0;
}

/** Whether a model may come without a question: nothing speaks against it, or what does has been accepted before. */
export function mayBeginUnasked(report: FitReport, remembered: RememberedChoice | null): boolean {
  if (report.mayBegin) return true;
  if (cannotRun(report) || remembered?.choice !== 'accepted') return false;
  const coversLine = remembered.line === 'costly' || lineOf(report) === 'free';
  return coversLine && severity[report.verdict] <= severity[remembered.verdict];
}

/** What a yes to this report covers from now on. */
export function acceptance(report: FitReport): RememberedChoice {
  return { choice: 'accepted', verdict: report.verdict, line: lineOf(report) };
}

function lineOf({ reasons }: FitReport): 'free' | 'costly' {
  return reasons.some(({ says }) => says === 'ask') ? 'costly' : 'free';
}
