/**
 * While a model loads, web-llm hands over one tensor and waits until the GPU has taken it in. Here that wait is for the
 * tensor before: the next one is read and handed over meanwhile, and at most two are on their way.
 */
export class LaggingQueue {
  #load: 'under way' | 'none' = 'none';
  #queue: GPUQueue | null = null;

  /** A device that is made from here on belongs to the load. */
  begin(): void {
    this.#load = 'under way';
  }

  readonly onDevice = ({ queue }: GPUDevice): void => {
    if (this.#load === 'none') return;
    const wait = queue.onSubmittedWorkDone.bind(queue);
    let before: ReturnType<typeof wait> = Promise.resolve();
    queue.onSubmittedWorkDone = () => {
      const waited = before;
      before = wait();
      // Where the load ends with it, nobody waits for it any more.
      before.catch(() => undefined);
      return waited;
    };
    this.#queue = queue;
  };

  /** From here on a wait is for all that was handed over. */
  end(): void {
    this.#load = 'none';
    if (this.#queue !== null) Reflect.deleteProperty(this.#queue, 'onSubmittedWorkDone');
    this.#queue = null;
  }
}
