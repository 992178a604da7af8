import type { Measured } from './cell.ts';
import type { Tried } from './measure-backend.ts';

/** What `npm run bench` found, as docs/bench.json holds it. */
export interface BenchResult {
  machine: string;
  /** processes that ran or waited to, a minute's average, at the beginning and at the end */
  load: [before: number, after: number];
  limitMs: number;
  /** the paths of the formulas that were measured again since, as their code had changed, each with the load then */
  again?: Record<string, [before: number, after: number]>;
  backends: Tried[];
  cells: Measured[];
  /** the paths of the formulas that are not measured */
  unmeasured: string[];
}

/**
 * A whole result with the cells of some formulas that were measured again, each in the place of the former one.
 *
 * @throws {Error} A backend that the whole has was not measured: the formula's figures there would be of its former code.
 */
export function withAgain(whole: BenchResult, { cells, load }: BenchResult): BenchResult {
  const keyOf = ({ formula, size, direction, backend }: Measured): string =>
    [formula, size, direction, backend].join(' ');
  const measured = new Map(cells.map((cell) => [keyOf(cell), cell]));
  const formulas = new Set(cells.map(({ formula }) => formula));
  const left = whole.cells.find((cell) => formulas.has(cell.formula) && !measured.has(keyOf(cell)));
  if (left) throw new Error(`${left.backend} is among the kept figures and was not measured now: nothing was written`);
  return {
    ...whole,
    again: { ...whole.again, ...Object.fromEntries([...formulas].map((formula) => [formula, load])) },
    cells: whole.cells.map((cell) => measured.get(keyOf(cell)) ?? cell),
  };
}
