import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Option } from 'commander';
import { messageOf } from '../../accelerated/error-message.ts';
import { chromiumPath, NO_CHROMIUM } from '../../grader/report/html/chromium-path.ts';
import { toolCommand } from '../../tools/command-line/tool-command.ts';
import { tell, toldFailures } from '../../tools/package/run.ts';
import { tryBadInput } from './bad-input.ts';
import { tryFirstVerdict } from './first-verdict.ts';
import { tryKeyboard } from './keyboard.ts';
import { tryLesserBrowsers } from './lesser-browsers.ts';
import { tryNetwork } from './network.ts';
import { tryOffline } from './offline.ts';
import { tryPeople } from './people.ts';
import { tryRecords } from './records.ts';

// `npm run try:site`: uses the built site in a real browser as people would, and holds it against the command line.

const SITE = fileURLToPath(new URL('../dist', import.meta.url));
/** As automake's tests: skipped. */
const SKIPPED = 77;

const PARTS: Readonly<Record<string, (site: string, chosen: RegExp) => Promise<void>>> = {
  records: tryRecords,
  network: tryNetwork,
  'first verdict': tryFirstVerdict,
  offline: tryOffline,
  people: tryPeople,
  keyboard: tryKeyboard,
  'bad input': tryBadInput,
  'lesser browsers': tryLesserBrowsers,
};

const command = toolCommand(
  'npm run try:site --',
  'Tries the site that `npm run site` built in a real Chromium, under a path of its own: verdicts against `check --json`, byte by ' +
    'byte; requests and policy; offline; bytes and time to the first verdict; accessibility; bad input; browsers without WebGPU, SIMD or WebAssembly. Writes nothing, and exits ' +
    `with 1 if something is not as it should be, with ${SKIPPED} if there is no Chromium.`,
)
  .option('--folder <dir>', 'the built site', SITE)
  .addOption(new Option('--part <name>', 'this part alone').choices(Object.keys(PARTS)))
  .option('--only <pattern>', 'only the submissions whose name matches', '')
  .parse();
const { folder, part, only } = command.opts<{ folder: string; part?: string; only: string }>();
if (chromiumPath() === null) {
  console.log(`skipped: ${NO_CHROMIUM}`);
  process.exit(SKIPPED);
}
if (!existsSync(join(folder, 'index.html'))) {
  command.error(`error: ${folder} holds no site: run \`npm run site\` first`);
}
for (const [name, tryPart] of Object.entries(PARTS)) {
  if (part !== undefined && part !== name) continue;
  const started = performance.now();
  // One part that cannot go on is no reason to leave out the rest.
  await tryPart(folder, new RegExp(only, 'u')).catch((error: unknown) => tell(false, name, messageOf(error)));
  console.log(`-- ${name}: ${((performance.now() - started) / 1000).toFixed(0)} s`);
}
process.exitCode = toldFailures() > 0 ? 1 : 0;
