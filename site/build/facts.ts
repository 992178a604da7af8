import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { loadDivergences } from '../../accelerated/divergences.ts';
import { exercisePaths } from '../../exercises/exercises.ts';
import { type Located, loadEntries } from '../../properties/entry/entries.ts';
import type { BenchResult } from '../../tools/bench/result.ts';
import { parseCatalogue } from '../../tools/check/catalogue.ts';
import type { Facts, FormulaFacts, Lecture } from '../pages/facts.ts';
import { readAccuracy } from './accuracy.ts';
import { readSource } from './sources.ts';
import { TfjsOps } from './tfjs-ops.ts';

/** The root of the project. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

const text = (file: string): string => readFileSync(`${ROOT}${file}`, 'utf8');

/** Reads what the pages say. */
export async function loadFacts(): Promise<Facts> {
  const [entries, divergences] = await Promise.all([loadEntries(), loadDivergences()]);
  const documents = {
    accuracy: text('docs/accuracy.md'),
    bench: text('docs/bench.md'),
    contract: text('docs/contract.md'),
  };
  const bench = JSON.parse(text('docs/bench.json')) as BenchResult;
  const accuracy = readAccuracy(documents.accuracy);
  const exercises = new Set(exercisePaths());
  const ops = new TfjsOps(ROOT, divergences);
  const byId = new Map(entries.map((located) => [located.entry.id, located]));

  const formula = (located: Located, lecture: FormulaFacts['lecture']): FormulaFacts => {
    const { path, entry } = located;
    const reference = readSource(ROOT, `reference/${path}.ts`, entry.id);
    return {
      ...located,
      lecture,
      reference,
      accelerated: entry.accelerated ? readSource(ROOT, `accelerated/${path}.ts`, entry.id) : null,
      documentation: reference.documentation,
      gradient: reference.gradient,
      optionComments: reference.optionComments,
      isExercise: exercises.has(path),
      accuracy: accuracy.get(path) ?? [],
      divergences: ops.divergencesOf(path, entry.id),
    };
  };

  const lectures = new Map<number, { topic: string; formulas: FormulaFacts[] }>();
  for (const { id, section, lecture } of parseCatalogue(text('catalogue.md'))) {
    const located = byId.get(id);
    // The catalogue is the plan: what is not there yet has no page.
    if (!located) continue;
    const topic = section.replace(/^\d+ /, '');
    const formulas = lectures.get(lecture)?.formulas ?? [];
    formulas.push(formula(located, { number: lecture, topic }));
    lectures.set(lecture, { topic, formulas });
  }
  const listed = [...lectures].map(([number, rest]): Lecture => ({ number, ...rest }));
  return { lectures: listed.sort((a, b) => a.number - b.number), divergences, bench, documents };
}
