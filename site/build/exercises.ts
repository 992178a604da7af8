import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { exerciseSummaries, instructionsOf, type LocatedExercise, loadExercises } from '../../exercises/exercises.ts';
import { stubOf } from '../../exercises/stub.ts';
import { genericMisconceptions } from '../../grader/judge/generic-misconceptions.ts';
import type { Html } from '../../grader/report/html/escape.ts';
import { jsonLine } from '../../grader/text/json-text.ts';
import { markdown } from '../pages/markdown.ts';
import type { ExerciseData, ListedExercise } from '../playground/exercise-data.ts';

/** Writes what the playground fetches of exercises: `data/exercises.json` and one file for each of them. */
export async function writeExercises(out: string): Promise<void> {
  const summaries = await exerciseSummaries();
  const located = await loadExercises(new Set(summaries.map(({ name }) => name)));
  const titles = new Map(located.map(({ name, entry }) => [name, entry.title]));
  const listed = summaries.map(
    ({ name, section, points, bundled = true }): ListedExercise => ({
      name,
      section,
      points,
      bundled,
      title: titles.get(name) ?? name,
    }),
  );
  mkdirSync(join(out, 'data', 'exercises'), { recursive: true });
  writeFileSync(join(out, 'data', 'exercises.json'), jsonLine(listed));
  for (const each of located)
    writeFileSync(join(out, 'data', 'exercises', `${each.name}.json`), jsonLine(exerciseData(each)));
}

/** What the playground knows of an exercise. */
export function exerciseData(located: LocatedExercise): ExerciseData {
  const { name, entry, exercise } = located;
  const misconceptions = [...entry.misconceptions, ...genericMisconceptions(located)];
  return {
    name,
    title: entry.title,
    section: exercise.section,
    points: exercise.points,
    statement: statementOf(instructionsOf(located)).markup,
    stub: stubOf(entry),
    parameters: Object.keys(entry.parameters),
    misconceptions: Object.fromEntries(misconceptions.map(({ id, title }) => [id, title])),
  };
}

/** The instructions without their first heading, the exercise's name, which the page shows already. */
function statementOf(instructions: string): Html {
  return markdown(instructions.replace(/^# .*\n/, ''), { deeper: 1 });
}
