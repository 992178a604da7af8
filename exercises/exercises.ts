import { loadModule, namesIn, textOf } from '../host/files.ts';
import { type Located, loadEntries, nameOf } from '../properties/entry/entries.ts';
import { signatureBlock } from '../properties/parameters/signature.ts';
import { type Exercise, SECTIONS } from './exercise.ts';

/** An exercise as its own file states it, without the formula's entry, which takes longer to load. */
export interface ExerciseSummary extends Exercise {
  name: string;
  /** `training/softmax`: the path in each of the trees */
  path: string;
}

/** An exercise with the entry of its formula. */
export interface LocatedExercise extends Located {
  name: string;
  exercise: Exercise;
}

/** The paths of all exercises, `training/softmax`, sorted. */
export function exercisePaths(): string[] {
  return namesIn('exercises')
    .flatMap((topic) => namesIn(`exercises/${topic}`).map((name) => `${topic}/${name}`))
    .filter((path) => namesIn(`exercises/${path}`).includes('exercise.ts'))
    .sort();
}

/** Every exercise in the order of the contract's sections, and by name within one. */
export async function exerciseSummaries(): Promise<ExerciseSummary[]> {
  const summaries = await Promise.all(
    exercisePaths().map(async (path) => ({ ...(await readExercise(path)), name: nameOf(path), path })),
  );
  const place = ({ section }: Exercise): number => SECTIONS.indexOf(section);
  return summaries.sort((a, b) => place(a) - place(b) || (a.name < b.name ? -1 : 1));
}

/** The exercises of the given names, with the entries of their formulas. */
export async function loadExercises(names: ReadonlySet<string>): Promise<LocatedExercise[]> {
  const entries = new Map((await loadEntries(names)).map((located) => [located.path, located]));
  const paths = exercisePaths().filter((path) => names.has(nameOf(path)));
  return Promise.all(
    paths.map(async (path) => {
      const located = entries.get(path);
      if (!located) throw new Error(`exercises/${path}: there is no properties/${path}.ts`);
      return { ...located, name: nameOf(path), exercise: await readExercise(path) };
    }),
  );
}

/** An exercise's instructions as they are written: `SIGNATURE` marks where the signature goes. */
function writtenInstructions(path: string): string {
  return textOf(`exercises/${path}/instructions.md`);
}

/** An empty block of code, which is filled with the signature that follows from the entry's parameters. */
export const SIGNATURE = '```ts signature\n```\n';

/** An exercise's instructions with its signature. */
export function instructionsOf({ path, entry }: Pick<Located, 'path' | 'entry'>): string {
  const signature = signatureBlock(entry.id, entry.parameters, entry.result);
  return writtenInstructions(path).replace(SIGNATURE, () => `\`\`\`ts\n${signature}\n\`\`\`\n`);
}

async function readExercise(path: string): Promise<Exercise> {
  const module = (await loadModule(`exercises/${path}/exercise.ts`)) as { exercise: Exercise };
  return module.exercise;
}
