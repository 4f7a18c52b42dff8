export interface ServedFile {
  /** Relative to the base URL under which `served/` is published, with forward slashes. */
  readonly path: string
  readonly bytes: number
  /** Lower-case hexadecimal. */
  readonly sha256: string
}

export interface GuideManifest {
  readonly files: readonly ServedFile[]
  readonly totalBytes: number
}
