/** The parts of a name such as `Quick (Phi-2)`: what it is called here, and what its makers call it. */
export interface ModelNameParts {
  readonly title: string;
  /** `null` where the name has no second part. */
  readonly original: string | null;
}

export function modelNameParts(name: string): ModelNameParts {
  const parts = /^(.+?) \((.+)\)$/.exec(name);
  return { title: parts?.[1] ?? name, original: parts?.[2] ?? null };
}

/** What a download is called by: the makers' name where there is one. */
export function originalName(name: string): string {
  const { title, original } = modelNameParts(name);
  return original ?? title;
}
