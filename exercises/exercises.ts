import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { loadEntries, type Located, nameOf } from '../properties/entries.ts';
import type { Exercise } from './exercise.ts';

/** An exercise with the entry of its formula. */
export interface LocatedExercise extends Located {
  name: string;
  exercise: Exercise;
}

const ROOT = fileURLToPath(new URL('.', import.meta.url));

/** The paths of all exercises, `training/softmax`, sorted. */
export function exercisePaths(): string[] {
  return readdirSync(ROOT, { withFileTypes: true })
    .filter((topic) => topic.isDirectory())
    .flatMap((topic) => readdirSync(join(ROOT, topic.name)).map((name) => `${topic.name}/${name}`))
    .filter((path) => existsSync(join(ROOT, path, 'exercise.ts')))
    .sort();
}

/** Every exercise, or those of the given names, in the order of the lectures. */
export async function loadExercises(names?: ReadonlySet<string>): Promise<LocatedExercise[]> {
  const paths = exercisePaths().filter((path) => names === undefined || names.has(nameOf(path)));
  const entries = new Map((await loadEntries(new Set(paths.map(nameOf)))).map((located) => [located.path, located]));
  const exercises = await Promise.all(
    paths.map(async (path) => {
      const located = entries.get(path);
      if (!located) throw new Error(`exercises/${path}: there is no properties/${path}.ts`);
      const module = (await import(pathToFileURL(join(ROOT, path, 'exercise.ts')).href)) as { exercise: Exercise };
      return { ...located, name: nameOf(path), exercise: module.exercise };
    }),
  );
  return exercises.sort((a, b) => a.entry.lecture - b.entry.lecture || (a.path < b.path ? -1 : 1));
}

/** The text of an exercise's `stub.ts` or `instructions.md`. */
export function exerciseText(path: string, file: 'stub.ts' | 'instructions.md'): string {
  return readFileSync(join(ROOT, path, file), 'utf8');
}
