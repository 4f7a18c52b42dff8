import type { PipelineRecipe } from '../store/pipeline-recipe.js';

/**
 * Compiles pipelines that were needed the last time as soon as there is a device, beside the weights that go to the GPU
 * meanwhile; web-llm asks for them only after the last weight, and waits for each.
 *
 * web-llm gets a pipeline that was compiled here where it asks for the very same one: same code, entry point and
 * bindings. Its bind groups fit, since WebGPU compares layouts by their content. A recipe that is wrong is never used.
 *
 * @param recipes what to compile now
 * @param onAsked called with each one that web-llm asks for, for the next time
 */
export function warmPipelines(
  device: GPUDevice,
  recipes: readonly PipelineRecipe[],
  onAsked: (recipe: PipelineRecipe) => void,
): void {
  const warm = new Map(recipes.map((recipe) => [keyOf(recipe), build(device, recipe)]));
  const codes = new WeakMap<GPUShaderModule, string>();
  const entries = new WeakMap<GPUBindGroupLayout | GPUPipelineLayout, readonly GPUBindGroupLayoutEntry[]>();

  const { createShaderModule, createBindGroupLayout, createPipelineLayout, createComputePipelineAsync } = device;
  override(device, {
    createShaderModule(descriptor) {
      const module = createShaderModule.call(device, descriptor);
      codes.set(module, descriptor.code);
      return module;
    },
    createBindGroupLayout(descriptor) {
      const layout = createBindGroupLayout.call(device, descriptor);
      entries.set(layout, [...descriptor.entries]);
      return layout;
    },
    createPipelineLayout(descriptor) {
      const layout = createPipelineLayout.call(device, descriptor);
      const [group, ...others] = [...descriptor.bindGroupLayouts];
      const known = group && others.length === 0 ? entries.get(group) : undefined;
      if (known !== undefined) entries.set(layout, known);
      return layout;
    },
    async createComputePipelineAsync(descriptor) {
      const { module, entryPoint } = descriptor.compute;
      const code = codes.get(module);
      const bindings = typeof descriptor.layout === 'string' ? undefined : entries.get(descriptor.layout);
      if (code !== undefined && bindings !== undefined && entryPoint !== undefined) {
        const recipe = { code, entryPoint, entries: bindings };
        onAsked(recipe);
        const compiled = await warm.get(keyOf(recipe));
        if (compiled) return compiled;
      }
      return createComputePipelineAsync.call(device, descriptor);
    },
  });
}

/** `null` where it can't be compiled (any more). */
async function build(
  device: GPUDevice,
  { code, entryPoint, entries }: PipelineRecipe,
): Promise<GPUComputePipeline | null> {
  try {
    const group = device.createBindGroupLayout({ entries: [...entries] });
    const layout = device.createPipelineLayout({ bindGroupLayouts: [group] });
    const module = device.createShaderModule({ code });
    return await device.createComputePipelineAsync({ layout, compute: { module, entryPoint } });
  } catch {
    return null;
  }
}

function keyOf({ code, entryPoint, entries }: PipelineRecipe): string {
  return JSON.stringify([entryPoint, entries, code]);
}

function override(device: GPUDevice, methods: Partial<GPUDevice>): void {
  for (const [name, value] of Object.entries(methods)) Object.defineProperty(device, name, { value });
}
