import { join } from 'node:path';
import { command } from './lib/command.mjs';
import { hasDesktop } from './lib/desktop.mjs';
import { install } from './lib/install.mjs';
import { root } from './lib/root.mjs';
import { run } from './lib/run.mjs';

await command(async () => {
  await install();
  const { code } = await run(
    'pnpm',
    ['exec', 'storybook', 'dev', '--port', '6006', ...(hasDesktop() ? [] : ['--ci'])],
    {
      cwd: join(root, 'apps', 'storybook'),
    },
  );
  return code;
});
