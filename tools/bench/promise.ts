import { nameOf } from '../../properties/entry/entries.ts';
import type { Direction, Measured } from './cell.ts';
import { ratioBound, shownNumber } from './shown.ts';

/** No oracle takes longer than this multiple of tfjs on cpu at the middle size. */
const MOST_TIMES_SLOWER = 30;

/** Whether a formula keeps that promise, in the direction in which it is slower. */
export interface Standing {
  formula: string;
  direction: Direction;
  /** `open` if the limit ended a measurement before it could tell */
  verdict: 'kept' | 'missed' | 'open';
  /** time of the reference over that of tfjs cpu, or its known bound; null if there is none */
  timesSlower: number | null;
}

const WORST_FIRST = ['missed', 'open', 'kept'] as const;

/** The formulas that were measured at the middle size on cpu, the worst first. */
export function promiseOf(cells: readonly Measured[]): Standing[] {
  const standings = cells
    .filter(({ backend, size }) => backend === 'cpu' && size === 'middle')
    .map(standingOf)
    .sort(
      (a, b) =>
        WORST_FIRST.indexOf(a.verdict) - WORST_FIRST.indexOf(b.verdict) || (b.timesSlower ?? 0) - (a.timesSlower ?? 0),
    );
  const first = new Set<string>();
  return standings.filter(({ formula }) => !first.has(formula) && first.add(formula));
}

function standingOf(cell: Measured): Standing {
  const { formula, direction } = cell;
  const bound = ratioBound(cell);
  if (bound === null) return { formula, direction, verdict: 'open', timesSlower: null };
  const { sign, ratio } = bound;
  if (ratio > MOST_TIMES_SLOWER) {
    return { formula, direction, verdict: sign === '<' ? 'open' : 'missed', timesSlower: ratio };
  }
  return { formula, direction, verdict: sign === '>' ? 'open' : 'kept', timesSlower: ratio };
}

/** The promise in sentences: what broke it or is open, and the slowest of the others. */
export function promiseLines(cells: readonly Measured[]): string[] {
  const all = promiseOf(cells);
  const of = ({ formula, direction }: Standing): string => `${nameOf(formula)} (${direction})`;
  const times = ({ timesSlower }: Standing): string =>
    `takes ${shownNumber(timesSlower ?? 0)} times as long as tfjs on cpu at the middle size`;
  const kept = all.filter(({ verdict }) => verdict === 'kept');
  const [slowest] = kept;
  return [
    ...all.filter(({ verdict }) => verdict === 'missed').map((one) => `missed: ${of(one)} ${times(one)}`),
    ...all
      .filter(({ verdict }) => verdict === 'open')
      .map((one) => `open: ${of(one)} takes longer than the limit at the middle size, or fails; try a longer --limit`),
    ...(slowest ? [`kept by ${kept.length}: the slowest of them, ${of(slowest)}, ${times(slowest)}`] : []),
  ];
}
