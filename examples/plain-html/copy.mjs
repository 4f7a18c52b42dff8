// Puts what the page needs beside it: the standalone script with its worker, and the Guide's files.
import { cpSync, rmSync } from 'node:fs';

const packages = new URL('../../packages/', import.meta.url);
const folders = { 'embed/dist/standalone/': './tabmind/', 'guide-model/served/': './guide-model/' };

for (const [from, to] of Object.entries(folders)) {
  const target = new URL(to, import.meta.url);
  rmSync(target, { recursive: true, force: true });
  cpSync(new URL(from, packages), target, { recursive: true });
}
