import { ServedFile } from './served-file.mjs';

/**
 * What a git repository has at a file's place: the file, or a pointer where it is kept in git LFS.
 *
 * @param {ServedFile} file
 */
export async function rawFile(file) {
  if (!/\.(bin|wasm)$/.test(file.path)) return file;
  const { sha256 } = await file.hashes();
  const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${sha256}\nsize ${file.content.bytes}\n`;
  return new ServedFile(`raw/${file.path}`, Buffer.from(pointer));
}
