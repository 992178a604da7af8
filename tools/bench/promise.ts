import { nameOf } from '../../properties/entries.ts';
import type { Direction, Measured } from './cell.ts';
import { ratioBound } from './shown.ts';

/** No oracle is slower than so many times tfjs on cpu at the middle size. */
export const MOST_TIMES_SLOWER = 30;

/** How a formula stands to that promise, in the direction in which it stands worse. */
export interface Kept {
  formula: string;
  direction: Direction;
  /** time of the reference over that of tfjs cpu; a lower bound where the reference takes longer than the limit */
  timesSlower: number;
  kept: boolean;
}

/** The formulas that were measured at the middle size on cpu, the slowest first. */
export function promiseOf(cells: readonly Measured[]): Kept[] {
  const worst = new Map<string, Kept>();
  for (const cell of cells) {
    if (cell.backend !== 'cpu' || cell.size !== 'middle') continue;
    const bound = ratioBound(cell);
    // Where tfjs takes longer than the limit the reference is faster.
    const timesSlower = bound === null ? Number.NaN : bound.ratio;
    const kept = timesSlower <= MOST_TIMES_SLOWER && bound?.sign !== '>';
    const { formula, direction } = cell;
    const known = worst.get(formula);
    if (!known || !(timesSlower <= known.timesSlower)) worst.set(formula, { formula, direction, timesSlower, kept });
  }
  return [...worst.values()].sort((a, b) => b.timesSlower - a.timesSlower);
}

/** The promise in sentences: what broke it, or that nothing did. */
export function promiseLines(cells: readonly Measured[]): string[] {
  const all = promiseOf(cells);
  const missed = all.filter(({ kept }) => !kept);
  const lines = missed.map(
    ({ formula, direction, timesSlower }) =>
      `missed: ${nameOf(formula)} (${direction}) takes ${timesSlower.toFixed(0)} times as long as tfjs on cpu at the middle size`,
  );
  if (lines.length > 0 || all.length === 0) return lines;
  const slowest = all[0] as Kept;
  return [
    `kept by all ${all.length}: the slowest, ${nameOf(slowest.formula)} (${slowest.direction}), takes ${slowest.timesSlower.toFixed(1)} times as long as tfjs on cpu at the middle size`,
  ];
}
