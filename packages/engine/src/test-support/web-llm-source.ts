import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** The code of the web-llm that is installed. */
export const webLlmSource = readFileSync(createRequire(import.meta.url).resolve('@mlc-ai/web-llm'), 'utf8');

type ErrorClass = new (...args: readonly unknown[]) => Error;

/** web-llm's own error classes, which it does not export, by their names in its code: the block that declares them. */
export function webLlmErrorClasses(): ReadonlyMap<string, ErrorClass> {
  const [block] = /class ModelNotFoundError extends Error[\s\S]+?(?=\nvar Role;)/.exec(webLlmSource) ?? [];
  if (block === undefined) throw new Error('web-llm no longer declares its errors in one block.');
  const names = [...block.matchAll(/class (\w+) extends \w*Error\b/g)].map(([, name]) => name ?? '');
  // `RangeError` is an expression there, so that it does not hide the language's own.
  const variables = names.map((name) => (name === 'RangeError' ? 'RangeError$1' : name));
  const classes: readonly ErrorClass[] = new Function(`${block}; return [${variables.join(', ')}];`)();
  return new Map(classes.map((one, index) => [names[index] ?? '', one]));
}
