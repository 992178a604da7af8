import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { InvalidArgumentError } from 'commander';
import { toolCommand } from '../../tools/command-line/tool-command.ts';
import { wholeNumber } from '../../tools/command-line/whole-number.ts';
import { serve } from './server.ts';

// `npm run site:serve`: the built site, to be looked at.

const SITE = fileURLToPath(new URL('../dist', import.meta.url));

const command = toolCommand(
  'npm run site:serve --',
  'Serves the site that `npm run site` built, on this machine alone, until Ctrl-C. Writes nothing.',
)
  .option('--folder <dir>', 'the built site', SITE)
  .option('--base <path>', 'where it is on the host, /courses/nn/', asBase, '/')
  .option('--port <number>', 'the port', wholeNumber(0), 8080)
  .parse();
const { folder, base, port } = command.opts<{ folder: string; base: string; port: number }>();
if (!existsSync(join(folder, 'index.html'))) {
  command.error(`error: ${folder} holds no site: run \`npm run site\` first`);
}
try {
  const { address } = await serve(folder, { base, port });
  console.log(address);
} catch (error) {
  const isTaken = (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
  const reason = isTaken ? `port ${port} is taken: choose another one with --port` : String(error);
  command.error(`error: ${reason}`);
}

function asBase(path: string): string {
  if (!/^[\w.~/-]*$/.test(path)) throw new InvalidArgumentError('expected a path like /courses/nn/');
  return `/${path}/`.replace(/\/+/g, '/');
}
