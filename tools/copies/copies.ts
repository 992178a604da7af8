import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CORPUS } from '../../grader/copies/corpus.ts';
import { jsonText } from '../../grader/text/json-text.ts';
import { toolCommand } from '../command-line/tool-command.ts';
import { writtenFunctions } from './honest.ts';
import { measured } from './measure.ts';
import { PAGE, page } from './page.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const SAMPLE = join(ROOT, '../shared/sample-class');

/** Draws that are the same each time, so that the same functions give the same file: Park and Miller's generator. */
function drawsFrom(seed: number): (n: number) => number {
  let state = seed;
  return (n) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % n;
  };
}

toolCommand(
  'npm run copies --',
  `Measures how well copies are told from functions that were written independently: writes ${CORPUS} and ${PAGE}.`,
)
  .option('--sample <folder>', 'submissions by others with their exercises in FOLDER.json; left out if absent', SAMPLE)
  .action(async ({ sample }: { sample: string }) => {
    const corpus = measured(await writtenFunctions(sample), drawsFrom(7));
    writeFileSync(join(ROOT, CORPUS), `${jsonText(corpus, 2)}\n`);
    writeFileSync(join(ROOT, PAGE), page(corpus));
  })
  .parse();
