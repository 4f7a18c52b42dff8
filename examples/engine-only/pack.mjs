// Packs the packages as they would be published into packed/. After `npm run build`, from anywhere.
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = new URL('../../', import.meta.url);
const pnpm = fileURLToPath(new URL('node_modules/pnpm/bin/pnpm.cjs', root));

for (const name of ['engine', 'guide-model', 'model-registry']) {
  const tarball = fileURLToPath(new URL(`./packed/${name}.tgz`, import.meta.url));
  const cwd = fileURLToPath(new URL(`packages/${name}/`, root));
  execFileSync(process.execPath, [pnpm, 'pack', '--out', tarball], { cwd, stdio: 'inherit' });
}
