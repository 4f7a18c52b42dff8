import { estimateMemory, type FitReport, type ModelConfig } from '@tabmind/model-registry';
import { roughDuration } from '../fit/rough-duration.js';
import { formatBytes, formatSize } from '../format/bytes.js';

/** Lines break between the facts, never in one. */
const NO_BREAK_SPACE = '\u00A0';

/**
 * The figures that a choice needs: what is fetched or stored, how long that takes, and what it takes of the GPU.
 *
 * @param report of the variant for this device; the preferred variant's figures where nobody has looked yet
 */
export function modelFacts(model: ModelConfig, isStored: boolean, report?: FitReport): string {
  const variant = report?.variant ?? model.variants[0];
  const memory = `${formatBytes(estimateMemory(variant).totalBytes)} GPU memory`;
  const { value, estimated } = variant.downloadBytes;
  const whole = formatSize(value, estimated ? 'estimated' : 'exact');
  const facts =
    isStored || report?.missingBytes === 0
      ? [`${whole} on this device`, memory]
      : [`${whole} download`, ...(report ? missingPart(report) : []), memory];
  return facts.map((fact) => fact.replaceAll(' ', NO_BREAK_SPACE)).join(' · ');
}

function missingPart({ missingBytes, isEstimated, variant, reasons }: FitReport): readonly string[] {
  const isBegun = missingBytes < variant.downloadBytes.value;
  const time = reasons.find((reason) => reason.kind === 'time');
  return [
    ...(isBegun ? [`${formatSize(missingBytes, isEstimated ? 'estimated' : 'exact')} of it missing`] : []),
    ...(time ? [roughDuration(time.seconds)] : []),
  ];
}
