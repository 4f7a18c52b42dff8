import { join } from 'node:path';
import { CannotGoOn } from './lib/cannot-go-on.mjs';
import { command } from './lib/command.mjs';
import { hasDesktop } from './lib/desktop.mjs';
import { install } from './lib/install.mjs';
import { root } from './lib/root.mjs';
import { run } from './lib/run.mjs';

await command(async () => {
  await install();
  const built = await run('turbo', ['run', 'build', '--filter=@tabmind/web', '--output-logs=errors-only']);
  if (built.code !== 0) throw new CannotGoOn('The web app could not be built: the reason is in the lines above.');

  const { preview } = await import('vite');
  const server = await preview({
    root: join(root, 'apps', 'web'),
    logLevel: 'warn',
    preview: { port: 4173, open: hasDesktop() },
  });
  console.log(`Tabmind is at ${server.resolvedUrls?.local[0]} (Ctrl-C stops it)`);

  await new Promise((stop) => process.once('SIGINT', stop).once('SIGTERM', stop));
  await server.close();
  return 0;
});
