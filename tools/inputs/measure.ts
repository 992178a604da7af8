import fc from 'fast-check';
import type { Entry } from '../../properties/entry/entry.ts';
import { hardCases } from '../../properties/entry/implied.ts';
import { numbersOf } from '../../properties/values/tree.ts';
import type { Value } from '../../properties/values/value.ts';

/** How often the drawn inputs of a formula are of a kind that finds bugs: shares of the draws, or of the numbers in them. */
export interface Distribution {
  id: string;
  /** of each hard case of the entry, by name */
  hardCases: Readonly<Record<string, number>>;
  /** numbers that are 0 */
  zeros: number;
  /** draws with an array in which a number other than 0 occurs twice; null if arrays have one number at most */
  ties: number | null;
  /** draws with an axis of length 1; null if there are no arrays */
  ones: number | null;
}

/** The distribution of the mild inputs over a number of draws. */
export function distributionOf(entry: Entry, draws: number): Distribution {
  const sample = fc.sample(entry.inputs, { numRuns: draws, seed: 1 }) as Value[][];
  const share = (applies: (args: Value[]) => boolean): number => sample.filter(applies).length / sample.length;
  const numbers = sample.flatMap((args) => numbersOf(args));
  const arrays = new Map(sample.map((args) => [args, args.flatMap(tensorsOf)]));
  const hasArrays = share((args) => (arrays.get(args) ?? []).length > 0) > 0;
  const hasSeveral = share((args) => (arrays.get(args) ?? []).some((array) => numbersOf(array).length > 1)) > 0;
  return {
    id: entry.id,
    hardCases: Object.fromEntries(
      Object.entries(hardCases(entry)).map(([name, applies]) => [name, share((args) => applies(...args))]),
    ),
    zeros: numbers.filter((x) => x === 0).length / numbers.length,
    ties: hasSeveral ? share((args) => (arrays.get(args) ?? []).some(hasTie)) : null,
    ones: hasArrays ? share((args) => (arrays.get(args) ?? []).some(hasAxisOfOne)) : null,
  };
}

/** The vectors, matrices and tensors of an argument. */
function tensorsOf(value: Value): (readonly Value[])[] {
  if (Array.isArray(value)) return value.every(isNumeric) ? [value] : value.flatMap(tensorsOf);
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(tensorsOf);
  return [];
}

function isNumeric(value: Value): boolean {
  return typeof value === 'number' || (Array.isArray(value) && value.every(isNumeric));
}

function hasTie(array: readonly Value[]): boolean {
  const numbers = numbersOf(array).filter((x) => x !== 0);
  return new Set(numbers).size < numbers.length;
}

function hasAxisOfOne(array: readonly Value[]): boolean {
  for (let level: Value = array; Array.isArray(level); level = level[0]) if (level.length === 1) return true;
  return false;
}
