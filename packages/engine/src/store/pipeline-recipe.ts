/** A compute pipeline as plain data: enough to compile it anew. */
export interface PipelineRecipe {
  /** WGSL. */
  readonly code: string;
  readonly entryPoint: string;
  /** Of its one bind group. */
  readonly entries: readonly GPUBindGroupLayoutEntry[];
}
