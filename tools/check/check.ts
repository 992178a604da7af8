import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { didYouMean } from '../../grader/text/did-you-mean.ts';
import { toolCommand } from '../command-line/tool-command.ts';
import { parseCatalogue } from './catalogue.ts';
import { shownFault } from './fault.ts';
import { checkProject } from './project.ts';

// `npm run check`: proves that the trees agree, names each path that does not, and exits with 1 on any fault.

const home = fileURLToPath(new URL('../..', import.meta.url));
const command = toolCommand(
  'npm run check --',
  'Proves that the trees agree with the catalogue, the contract and each other, runs each @example, and grades each stub, ' +
    'reference and misconception. Names each path that is at fault and each gap that new-formula left, and exits with 1 if there is one. Writes nothing.',
)
  .argument('[names...]', 'only the files of these formulas, softmax: circles between folders are not looked for')
  .option('--root <dir>', 'a project other than this one, which is checked without its grading', home)
  .parse();
const root = resolve(command.opts<{ root: string }>().root);
if (!existsSync(join(root, 'catalogue.md')))
  command.error(`error: ${root}: expected a project, with catalogue.md in it`);
const ids = parseCatalogue(readFileSync(join(root, 'catalogue.md'), 'utf8')).map(({ id }) => id);
for (const name of command.args) {
  if (ids.includes(name)) continue;
  const meant = didYouMean(name, ids);
  command.error(`error: catalogue.md has no formula ${name}${meant === null ? '' : ` (did you mean ${meant}?)`}`);
}

const asked = command.args.length > 0 ? new Set(command.args) : undefined;
const { formulas, exercises, faults, gaps, ahead } = await checkProject(root, asked);
// Grading needs whole formulas, so it waits until the trees agree and no gap is left.
const graded = faults.length === 0 && gaps.length === 0 && root === resolve(home) ? await gradingFaults() : [];
const all = [...faults, ...graded];

for (const fault of [...gaps, ...all]) console.error(shownFault(fault));
if (ahead.size > 0) console.log('not yet there:');
for (const [section, names] of ahead) console.log(`  ${section}: ${names.join(', ')}`);
const left = gaps.length === 0 ? '' : `${gaps.length} gaps to fill in, `;
console.log(`${formulas} formulas, ${exercises} exercises, ${left}${all.length} faults`);
// A formula that is asked for by name and has not begun is not right either.
process.exitCode = all.length > 0 || gaps.length > 0 || (asked !== undefined && ahead.size > 0) ? 1 : 0;

/** The grader is loaded where it is needed alone: it takes longer than all else that one formula asks for. */
async function gradingFaults(): Promise<Awaited<ReturnType<typeof checkProject>>['faults']> {
  const { checkGrading } = await import('./grading.ts');
  return checkGrading(asked);
}
