export interface ServedFile {
  /** Relative to the base URL of the served folder, with forward slashes. */
  readonly path: string;
  readonly bytes: number;
  /** Lower-case hexadecimal. */
  readonly sha256: string;
}

export interface GuideManifest {
  readonly files: readonly ServedFile[];
  /** The sum of the files' bytes. */
  readonly totalBytes: number;
}
