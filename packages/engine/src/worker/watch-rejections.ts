/** What promises of a lost GPU device reject with. The loss itself is told by the device. */
const OF_LOST_DEVICES: ReadonlySet<string> = new Set(['AbortError', 'OperationError', 'GPUPipelineError']);

/** Tells of each rejection in this worker that nobody handled. */
export function watchRejections(onRejection: (detail: string) => void): void {
  addEventListener('unhandledrejection', (event) => {
    const reason: unknown = event.reason;
    if (reason instanceof DOMException && OF_LOST_DEVICES.has(reason.name)) return event.preventDefault();
    onRejection(reason instanceof Error ? `${reason.name}: ${reason.message}` : String(reason));
  });
}
