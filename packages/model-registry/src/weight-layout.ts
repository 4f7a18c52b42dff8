/** Matrices of one shape. MLC's group quantization packs every linear layer and every embedding. */
export interface Matrices {
  /** Length of the output, or size of the vocabulary. */
  readonly rows: number;
  /** Length of the input; groups of weights run along it. */
  readonly columns: number;
  readonly count: number;
}

/** The shapes of a model's weights, from its published `config.json`. */
export interface WeightLayout {
  readonly matrices: readonly Matrices[];
  /** Parameters of norms, biases and convolutions in all, which MLC does not quantize. */
  readonly unquantized: number;
  /** Where the shapes were read. */
  readonly source: string;
}

/** Number of parameters that a layout holds. */
export function countParameters(layout: WeightLayout): number {
  return layout.matrices.reduce((sum, { rows, columns, count }) => sum + rows * columns * count, layout.unquantized);
}
