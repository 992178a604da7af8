import type { Entry } from '../entry/entry.ts';
import { gradientByAutodiff, gradientByFineDifferences, gradientByHand, upstreamLike } from '../entry/gradient.ts';
import { plain } from '../entry/subject.ts';
import { describeMismatch, firstMismatch } from '../values/agreement.ts';
import { float64 } from '../values/format.ts';
import { mapNumbers, numbersOf } from '../values/tree.ts';
import type { Value } from '../values/value.ts';

/** The results of an edge are weighted with these, in their order: every size and sign differs from its neighbours. */
const WEIGHTS = [1, -0.75, 0.5, -1.25, 2, -0.25, 1.5, -2];

/** Differences that are less certain than this share of the gradient tell nothing. */
const VAGUE = 2 ** -10;

/** An edge of an entry, mild or extreme, with the gradient by hand there. */
export interface EdgeGradient {
  name: string;
  extreme: boolean;
  /** why there is no derivative */
  kink: string | undefined;
  args: readonly Value[];
  upstream: Value;
  byHand: Value;
}

/** Every edge of an entry that has a gradient. */
export function edgeGradients(entry: Entry): EdgeGradient[] {
  const compute = plain(entry, entry.reference);
  const of = (edges: Entry['edges'], extreme: boolean): EdgeGradient[] =>
    Object.entries(edges).map(([name, args]) => {
      const upstream = upstreamLike(compute(args), WEIGHTS);
      const kink = entry.gradient?.kinks?.[name];
      return { name, extreme, kink, args, upstream, byHand: gradientByHand(entry, upstream, args) };
    });
  return [...of(entry.edges, false), ...of(entry.extremeEdges ?? {}, true)];
}

/** What the gradient by hand differs from the one by differentiating the running-error form in, or null. */
export function differsFromForm(entry: Entry, { kink, args, upstream, byHand }: EdgeGradient): string | null {
  const { value, allowed, because } = gradientByAutodiff(entry, upstream, args, float64);
  if (kink === undefined && numbersOf(allowed).includes(Infinity)) return `the form has no gradient here (${because})`;
  const both = mapNumbers(allowed, (error) => 2 * error);
  const mismatch = firstMismatch(byHand, value as Value, { allowed: both, because, signedZero: false });
  return mismatch && describeMismatch(mismatch);
}

/**
 * What it differs from central differences in, or null. Along a number that cannot be moved to both sides (a probability
 * of 0) there are none.
 */
export function differsFromDifferences(entry: Entry, { args, upstream, byHand }: EdgeGradient): string | null {
  const { value, allowed, because } = gradientByFineDifferences(entry, upstream, args);
  const slopes = numbersOf(value);
  const errors = numbersOf(allowed);
  const vague = errors.find(
    (error, i) => error !== Infinity && !(error <= VAGUE * Math.max(1, Math.abs(slopes[i] as number))),
  );
  if (vague !== undefined) return `the slope depends on the step, by up to ${vague}`;
  const mismatch = firstMismatch(byHand, value as Value, { allowed, because, signedZero: false });
  return mismatch && describeMismatch(mismatch);
}

/** Why an edge that the entry marks as a kink is not one, or null. */
export function notAKink(entry: Entry, name: string): string | null {
  const edge = edgeGradients(entry).find((candidate) => candidate.name === name);
  if (edge === undefined) return 'there is no edge of this name';
  if (edge.extreme) return differsFromForm(entry, edge) === null ? 'the gradient by hand is that of the form' : null;
  const other = differsFromForm(entry, edge);
  if (other !== null) return `the form follows another convention: ${other}`;
  return differsFromDifferences(entry, edge) === null ? 'differences agree with the gradient by hand' : null;
}
