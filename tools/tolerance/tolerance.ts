import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Option } from 'commander';
import { startBackend } from '../../accelerated/backends.ts';
import { toolCommand } from '../command-line/tool-command.ts';
import { wholeNumber } from '../command-line/whole-number.ts';
import { DATA_KINDS } from './draws.ts';
import { tolerancePage } from './page.ts';
import { tolerancePicture } from './picture.ts';
import { broken } from './promises.ts';
import { runTrial, type Trial } from './trial.ts';

// `npm run bench:tolerance`: how many wrong products each tolerance refuses, and how many right ones, float32 on wasm.

const { side } = toolCommand(
  'npm run bench:tolerance --',
  'Measures how many wrong products each tolerance refuses, and how many right ones, in float32 on wasm. Writes ' +
    'docs/tolerance.md and docs/tolerance.svg, the same ones every time, and exits with 1 if a promise is broken. Takes minutes.',
)
  .addOption(
    new Option('--side <n>', 'rows and columns of products: 100 make 10,000 products of each kind')
      .env('BACKPROOF_SIDE')
      .default(100)
      .argParser(wholeNumber(1)),
  )
  .parse()
  .opts<{ side: number }>();
const docs = (file: string): string => fileURLToPath(new URL(`../../docs/${file}`, import.meta.url));

const { description } = await startBackend('wasm');
const trials: Trial[] = [];
for (const kind of DATA_KINDS) {
  for (const scale of [1, 1e-2]) {
    for (const n of [9, 64, 512, 4096]) {
      const trial = await runTrial({ kind, scale, n, side });
      trials.push(trial);
      const shown = trial.verdicts.map(
        ({ name, killed, falseAlarms }) => `${name} ${(100 * killed).toFixed(1)}/${(100 * falseAlarms).toFixed(1)}`,
      );
      const c = `c ${trial.needed.toFixed(1)} of ${trial.granted.toFixed(0)}`;
      console.log(`${kind.padEnd(11)} x${scale} n=${n}: killed/false alarms in %: ${shown.join(', ')}; ${c}`);
    }
  }
}

writeFileSync(docs('tolerance.md'), tolerancePage(trials, description));
writeFileSync(docs('tolerance.svg'), tolerancePicture(trials));
const faults = broken(trials);
for (const fault of faults) console.error(`broken: ${fault}`);
process.exitCode = faults.length > 0 ? 1 : 0;
