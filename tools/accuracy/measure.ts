import type { Entry } from '../../properties/entry/entry.ts';
import { gradientByAutodiff, gradientByHand, upstreamLike } from '../../properties/entry/gradient.ts';
import { boundOf, plain } from '../../properties/entry/subject.ts';
import { float64 } from '../../properties/values/format.ts';
import { leaves, numbersOf } from '../../properties/values/tree.ts';
import type { Path, Tree, Value } from '../../properties/values/value.ts';
import { argumentLists, differentiableLists } from './argument-lists.ts';
import type { Stated } from './authorities.ts';
import type { Authority } from './authority.ts';
import type { Big } from './big.ts';
import { exactly } from './exactly.ts';
import { gradientTruth } from './gradient-truth.ts';
import { isBig } from './is-big.ts';
import { liftedArguments } from './lifted.ts';
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
  /** numbers that are not judged: beyond the range, or at a kink or a tie */
  abstained: number;
  /** the largest error in ULPs, and the largest ratio of an error to its bound */
  ulps: Worst;
  ratio: Worst;
  /** of a sum: the largest ratio of an error to the bound that the docstring derives */
  stated: Worst | null;
}

/** If a list gives many numbers, one more argument list is compared for each of this many numbers. */
const POINTS_PER_LIST = 20;
/** At most this many times as many are drawn if some cannot be judged. */
const MOST = 4;
/** The upstream gradients, over and over. */
const UPSTREAM = [0.8125, -1.3125, 0.4375, 2.0625, -0.6875];

/** Compares the reference with its authority until enough numbers and enough lists have been compared. */
export function measure(stated: Stated & { authority: Authority }, points: number): Measured {
  const { entry, authority } = stated;
  const reference = plain(entry, entry.reference as Parameters<typeof plain>[1]);
  return comparedOver(argumentLists(stated), points, (args) => ({
    got: numbersOf(reference(args)),
    truth: leaves(truthOf(entry, authority, args), isBig).map(({ leaf, path }) => ({ value: leaf, path })),
    allowed: numbersOf(boundOf(entry, args, float64).allowed),
    ...(authority.bound && { stated: numbersWith(entry, authority.bound, args) }),
  }));
}

/** The same for the gradient that was derived by hand, against differences of the authority. */
export function measureGradient(stated: Stated & { authority: Authority }, points: number): Measured {
  const { entry, authority } = stated;
  const reference = plain(entry, entry.reference as Parameters<typeof plain>[1]);
  return comparedOver(differentiableLists(stated), points, (args) => {
    const upstream = upstreamLike(reference(args), UPSTREAM);
    const allowed = numbersOf(gradientByAutodiff(entry, upstream, args, float64).allowed);
    const slopes = gradientTruth(entry, authority, numbersOf(upstream), args);
    return {
      got: numbersOf(gradientByHand(entry, upstream, args)),
      // Differences judge only if they are far better than what they judge. A comparison with NaN is false.
      truth: slopes.map(({ value, uncertainty }, i) => ({
        value: uncertainty.times(100).lte(exactly(allowed[i] as number)) ? value : null,
        path: [i],
        blurred: uncertainty.gt(value.abs().times(2 ** -63)),
      })),
      allowed,
    };
  });
}

interface Compared {
  got: readonly number[];
  /** null if nothing can be said; blurred if the bound can be judged, but ULPs cannot be counted */
  truth: readonly { value: Big | null; path: Path; blurred?: boolean }[];
  allowed: readonly number[];
  /** the bounds that the docstring derives */
  stated?: readonly number[];
}

function comparedOver(
  lists: Iterable<readonly Value[]>,
  points: number,
  compute: (args: readonly Value[]) => Compared,
): Measured {
  const nowhere = { size: 0, args: [], path: [] };
  const measured: Measured = { points: 0, abstained: 0, ulps: nowhere, ratio: nowhere, stated: null };
  let count = 0;
  for (const args of lists) {
    count += 1;
    const compared = compute(args);
    if (compared.stated) measured.stated ??= nowhere;
    compare(measured, args, compared);
    const judged = measured.points - measured.abstained;
    if (measured.points >= MOST * points) break;
    if (judged >= points && count >= points / POINTS_PER_LIST) break;
  }
  return measured;
}

/** The value of the formula at doubles, with many digits. */
export function truthOf(entry: Entry, authority: Authority, args: readonly Value[]): Tree<Big> {
  return authority.exact(...liftedArguments(entry, args));
}

function numbersWith(entry: Entry, bound: NonNullable<Authority['bound']>, args: readonly Value[]): number[] {
  return leaves(bound(...liftedArguments(entry, args)), isBig).map(({ leaf }) => leaf.toNumber());
}

function compare(measured: Measured, args: readonly Value[], { got, truth, allowed, stated }: Compared): void {
  if (got.length !== truth.length || got.length !== allowed.length || (stated && got.length !== stated.length)) {
    const sizes = `${got.length}, ${truth.length} and ${allowed.length} numbers`;
    throw new Error(`reference, authority and bound give ${sizes} at ${JSON.stringify(args)}`);
  }
  truth.forEach(({ value, path, blurred }, i) => {
    const bound = allowed[i] as number;
    measured.points += 1;
    if (bound === Infinity || value === null) {
      measured.abstained += 1;
      return;
    }
    const { absolute, ulps } = distance(got[i] as number, value);
    const shareOf = (limit: number): number => (absolute === 0 ? 0 : absolute / limit);
    const ratio = shareOf(bound);
    const ofStated = stated ? shareOf(stated[i] as number) : 0;
    if (!blurred && ulps > measured.ulps.size) measured.ulps = { size: ulps, args, path };
    if (ratio > measured.ratio.size) measured.ratio = { size: ratio, args, path };
    // NaN, from an invalid bound, is not let through.
    if (measured.stated && !(ofStated <= measured.stated.size)) measured.stated = { size: ofStated, args, path };
  });
}
