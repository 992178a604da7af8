import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { exercisePaths, loadExercises } from '../../exercises/exercises.ts';
import { nameOf } from '../../properties/entry/entries.ts';
import { toolCommand } from '../command-line/tool-command.ts';
import { shownFault } from './fault.ts';
import { checkGrading } from './grading.ts';
import { checkProject } from './project.ts';

// `npm run check`: proves that the trees agree, names each path that does not, and exits with 1 on any fault.

const home = fileURLToPath(new URL('../..', import.meta.url));
const command = toolCommand(
  'npm run check --',
  'Proves that the trees agree with the catalogue, the contract and each other, runs each @example, and grades each stub, ' +
    'reference and misconception. Names each path that is at fault, and exits with 1 if there is one. Writes nothing.',
)
  .argument('[root]', 'a project other than this one, which is checked without its grading')
  .parse();
const [root = home] = command.args;
if (!existsSync(join(root, 'catalogue.md')))
  command.error(`error: ${root}: expected a project, with catalogue.md in it`);

const { formulas, exercises, faults, ahead } = await checkProject(root);
// Grading needs whole formulas, so it waits until the trees agree.
const names = new Set(exercisePaths().map(nameOf));
const graded = faults.length === 0 && root === home ? await checkGrading(await loadExercises(names)) : [];
const all = [...faults, ...graded];

for (const fault of all) console.error(shownFault(fault));
if (ahead.size > 0) console.log('not yet there:');
for (const [section, ids] of ahead) console.log(`  ${section}: ${ids.join(', ')}`);
console.log(`${formulas} formulas, ${exercises} exercises, ${all.length} faults`);
process.exitCode = all.length > 0 ? 1 : 0;
