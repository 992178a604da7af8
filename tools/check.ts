import { fileURLToPath } from 'node:url';
import { exercisePaths, loadExercises } from '../exercises/exercises.ts';
import { nameOf } from '../properties/entries.ts';
import { shownFault } from './check/fault.ts';
import { checkProject } from './check/project.ts';
import { checkGrading } from './check-grading.ts';

// `npm run check [ROOT]`: proves that the trees agree, names each path that does not, and exits with 1 on any fault.

const home = fileURLToPath(new URL('..', import.meta.url));
const root = process.argv[2] ?? home;

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
