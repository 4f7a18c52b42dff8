const TYPE = 1;
const IMPORT = 2;
const FUNCTION = 3;
const MEMORY = 5;
const EXPORT = 7;
const CODE = 10;

/**
 * A module that declares these functions, each doing nothing, and a memory where an export has that name.
 *
 * @param imports functions as `module.name`
 */
export function wasmModule(exports: readonly string[], imports: readonly string[] = []): Uint8Array<ArrayBuffer> {
  const functions = exports.filter((name) => name !== 'memory');
  const exported = exports.map((name) => [
    ...text(name),
    ...(name === 'memory' ? [2, 0] : [0, ...size(imports.length + functions.indexOf(name))]),
  ]);
  const imported = imports.map((path) => {
    const [module = '', ...name] = path.split('.');
    return [...text(module), ...text(name.join('.')), 0, 0];
  });
  return Uint8Array.from([
    ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(TYPE, [[0x60, 0, 0]]),
    ...section(IMPORT, imported),
    ...section(
      FUNCTION,
      functions.map(() => [0]),
    ),
    ...section(MEMORY, [[0, 1]]),
    ...section(EXPORT, exported),
    ...section(
      CODE,
      functions.map(() => [2, 0, 0x0b]),
    ),
  ]);
}

function section(id: number, entries: readonly (readonly number[])[]): readonly number[] {
  const body = [...size(entries.length), ...entries.flat()];
  return [id, ...size(body.length), ...body];
}

function text(words: string): readonly number[] {
  const bytes = new TextEncoder().encode(words);
  return [...size(bytes.length), ...bytes];
}

/** LEB128. */
function size(value: number): readonly number[] {
  return value < 0x80 ? [value] : [(value % 0x80) + 0x80, ...size(Math.floor(value / 0x80))];
}
