import type { ModelStore } from '../store/model-store.js';
import type { PipelineRecipe } from '../store/pipeline-recipe.js';
import { warmPipelines } from './warm-pipelines.js';

/** Remembers which pipelines a model library needed, and has them compiled early at its next load. */
export class PipelineMemory {
  #known: readonly PipelineRecipe[] = [];
  #asked: PipelineRecipe[] = [];

  /** Before a load: what its library needed the last time. */
  async recall(store: ModelStore, libraryUrl: string): Promise<void> {
    this.#known = await store.pipelines(libraryUrl);
    this.#asked = [];
  }

  readonly onDevice = (device: GPUDevice): void => {
    warmPipelines(device, this.#known, (recipe) => this.#asked.push(recipe));
  };

  /** After a load: keeps what was needed, where that is news. */
  async keep(store: ModelStore, libraryUrl: string): Promise<void> {
    if (JSON.stringify(this.#asked) !== JSON.stringify(this.#known)) await store.keepPipelines(libraryUrl, this.#asked);
  }
}
