import { float64 } from '../../properties/format.ts';
import { boundOf, plain } from '../../properties/subject.ts';
import { leaves, numbersOf } from '../../properties/tree.ts';
import type { Path, Tree, Value } from '../../properties/value.ts';
import { argumentLists } from './argument-lists.ts';
import type { Stated } from './authorities.ts';
import type { Authority } from './authority.ts';
import type { Big } from './big.ts';
import { isBig } from './is-big.ts';
import { liftedExactly } from './lifted.ts';
import { distance } from './ulps.ts';

/** The worst that was met, and where. */
export interface Worst {
  size: number;
  args: readonly Value[];
  path: Path;
}

/** The errors of a reference over many points. */
export interface Measured {
  /** numbers compared */
  points: number;
  /** numbers of which the running error analysis says nothing: an overflow, a kink, a tie */
  abstained: number;
  /** the largest error in ULPs, and the largest ratio of an error to its bound */
  ulps: Worst;
  ratio: Worst;
}

/** Argument lists that are compared for every so many numbers, where a list gives many numbers. */
const POINTS_PER_LIST = 20;

/** Compares the reference with its authority until so many numbers have been compared, and a fair number of lists. */
export function measure(stated: Stated & { authority: Authority }, points: number): Measured {
  const { entry, authority } = stated;
  const reference = plain(entry, entry.reference as Parameters<typeof plain>[1]);
  const measured: Measured = {
    points: 0,
    abstained: 0,
    ulps: { size: 0, args: [], path: [] },
    ratio: { size: 0, args: [], path: [] },
  };
  let lists = 0;
  for (const args of argumentLists(stated)) {
    lists += 1;
    compare(measured, args, reference(args), truthOf(authority, args), boundOf(entry, args, float64).allowed);
    if (measured.points >= points && lists >= points / POINTS_PER_LIST) return measured;
  }
  throw new Error(`${entry.id}: there are no more argument lists`);
}

/** The value of the formula at doubles, with many digits. */
export function truthOf(authority: Authority, args: readonly Value[]): Tree<Big> {
  return authority.exact(...args.map(liftedExactly));
}

function compare(measured: Measured, args: readonly Value[], got: Value, truth: Tree<Big>, bound: Tree<number>): void {
  const doubles = numbersOf(got);
  const exact = leaves(truth, isBig);
  const allowed = numbersOf(bound);
  if (doubles.length !== exact.length || doubles.length !== allowed.length) {
    const sizes = `${doubles.length}, ${exact.length} and ${allowed.length} numbers`;
    throw new Error(`reference, authority and bound give ${sizes} at ${JSON.stringify(args)}`);
  }
  exact.forEach(({ path, leaf }, i) => {
    const bounded = allowed[i] as number;
    measured.points += 1;
    if (bounded === Infinity) {
      measured.abstained += 1;
      return;
    }
    const { absolute, ulps } = distance(doubles[i] as number, leaf);
    const ratio = absolute === 0 ? 0 : absolute / bounded;
    if (ulps > measured.ulps.size) measured.ulps = { size: ulps, args, path };
    if (ratio > measured.ratio.size) measured.ratio = { size: ratio, args, path };
  });
}
