import { resolve } from 'node:path';
import { messageOf } from '../../accelerated/error-message.ts';
import { toolCommand } from '../../tools/command-line/tool-command.ts';
import { buildSite } from './build-site.ts';

// `npm run site`: the whole site as a folder of files, for any web server.

const { out } = toolCommand(
  'npm run site --',
  'Builds the site of the formulas as a folder that any web server can serve.',
)
  .option('--out <dir>', 'the folder, which must be new, empty or made by an earlier build', 'site/dist')
  .parse()
  .opts<{ out: string }>();

try {
  await buildSite(resolve(out), (line) => process.stdout.write(`${line}\n`));
} catch (error) {
  process.stderr.write(`${messageOf(error)}\n`);
  process.exitCode = 1;
}
