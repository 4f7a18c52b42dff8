/** A function that a model may ask for. */
export interface ToolDefinition {
  readonly name: string;
  /** What it does and when to call it, for the model. */
  readonly description?: string;
  /** JSON Schema of its arguments, an object; none where left out. */
  readonly parameters?: Readonly<Record<string, unknown>>;
}

/** What a model asks for. Nothing calls it but you; its answer goes back as a message of the role `tool`. */
export interface ToolCall {
  readonly name: string;
  /** JSON of an object. */
  readonly arguments: string;
}
