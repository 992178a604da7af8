import type { LocatedExercise } from '../../exercises/exercises.ts';
import type { Entry, Misconception } from '../../properties/entry/entry.ts';
import { type Form, formsOf } from '../../properties/entry/forms.ts';
import { firstMismatch, type Mismatch } from '../../properties/values/agreement.ts';
import { mapNumbers, numbersOf } from '../../properties/values/tree.ts';
import { type Path, type Tree, type Value } from '../../properties/values/value.ts';
import type { Fault } from './answers.ts';

/** A misconception that a submission computes, in the forms that it may have. */
export interface Named {
  misconception: Misconception;
  forms: readonly Form[];
}

/** A wrong answer: what the submission was given, what came, and what is wrong with it. */
export interface WrongAnswer {
  args: readonly Value[];
  expected: Value;
  /** undefined if no value came back */
  got: Value | undefined;
  fault: Fault;
}

/** How well a wrong answer shows what is wrong, the most important first; larger is better. */
export type Clarity = readonly number[];

/**
 * How well a wrong answer shows the fault that is named: it has the value of the misconception, of no other one, and is
 * far from the right value; nothing if it has another value. What a second deviation has no part in, as another default where
 * the option is given, comes before what it changes too. A fault without a name is only to be seen from afar.
 */
export function clarityOf(
  { entry }: LocatedExercise,
  named: Named | null,
  extreme: boolean,
): (answer: WrongAnswer) => Clarity {
  if (named === null)
    return ({ fault, expected }) => [extreme ? overflow(fault) : 0, distance(fault, expected, extreme)];
  const { misconception, forms } = named;
  // Whatever fails at the ends of the range gives NaN there: others are told apart by mild input, which it gets right.
  const others = extreme ? [] : othersOf(entry, misconception);
  const alone = formsOf(entry, misconception, 'wrong');
  const hasSecond = !extreme && !forms.some((form) => alone.includes(form));
  return ({ args, expected, got, fault }) => {
    if (got === undefined) return [];
    // If the error is noise, that of another order of the sums is another one.
    const isNamed = (misconception.cancels ?? false) || forms.some((form) => isNear(got, valueAt(form, args), SAME));
    if (!isNamed) return [];
    const isClear = misconception.clearOn?.(...args) ?? true;
    const isAlone = !hasSecond || alone.some((form) => isNear(got, valueAt(form, args), VISIBLE));
    const toldApart = others.filter((forms) => !forms.some((form) => isNear(got, valueAt(form, args), VISIBLE)));
    return [
      1,
      Number(isClear),
      Number(isAlone),
      toldApart.length,
      // What only fails beyond the range of numbers is to be seen to leave it; NaN for a mild input explains nothing.
      extreme ? overflow(fault) : 1 - overflow(fault),
      distance(fault, expected, extreme),
    ];
  };
}

/** Whether one is at least as clear as the other. */
export function isAsClear(clarity: Clarity, other: Clarity): boolean {
  const count = Math.max(clarity.length, other.length);
  for (let i = 0; i < count; i++) {
    const [a, b] = [clarity[i] ?? 0, other[i] ?? 0];
    if (a !== b) return a > b;
  }
  return true;
}

/** The forms of each other misconception that is wrong on mild input. */
function othersOf(entry: Entry, misconception: Misconception): (readonly Form[])[] {
  return entry.misconceptions
    .filter(({ id, verdict, stateful }) => id !== misconception.id && verdict !== 'unstable' && !stateful)
    .map((other) => formsOf(entry, other, 'wrong'));
}

/** The value of a form; undefined where it cannot be computed. */
function valueAt(form: Form, args: readonly Value[]): Value | undefined {
  try {
    return form(structuredClone(args));
  } catch {
    return undefined;
  }
}

/** The relative difference up to which a submission computes a form on inputs that are no cases. */
const SAME = 1e-6;
/** The relative difference from which a reader sees that two numbers differ. */
const VISIBLE = 1e-3;

function isNear(got: Value, other: Value | undefined, share: number): boolean {
  if (other === undefined) return false;
  const largest = largestOf(other);
  const allowed = mapNumbers(other as Tree<number>, (x) =>
    Number.isFinite(x) ? Math.max(share * Math.abs(x), 1e-12 * largest) : 0,
  );
  return firstMismatch(got, other, { allowed, because: '', signedZero: false }) === null;
}

/** 1 if a number that is not finite came for one that is, or the reverse. */
function overflow(fault: Fault): number {
  if (fault.kind !== 'mismatch' || fault.mismatch.kind === 'shape') return 0;
  const { got, expected } = fault.mismatch;
  return Number(Number.isFinite(got) !== Number.isFinite(expected));
}

/** Results below this size look like zero, however far they are from each other beside it. */
const LEAST_SIZE = 1e-2;
const DISTANCES = [1e-6, 1e-5, 1e-4, 1e-3, 1e-2];

/** How far off the differing element is, beside the largest of its array: 0 for what looks like rounding, 5 for what nobody overlooks. */
function distance(fault: Fault, expected: Value, extreme: boolean): number {
  if (fault.kind !== 'mismatch' || fault.mismatch.kind === 'shape') return DISTANCES.length;
  const { error, got, path } = fault.mismatch;
  if (!Number.isFinite(error)) return DISTANCES.length;
  const size = Math.max(largestOf(fieldAt(expected, path)), Math.abs(got as number), extreme ? 0 : LEAST_SIZE);
  return DISTANCES.filter((least) => error >= least * size).length;
}

/** The field of a record that holds the element at a path: the whole value if there is no record on the way. */
function fieldAt(value: Value, path: Mismatch['path']): Value {
  let field: Value = value;
  let at: Value = value;
  for (const step of path as Path) {
    at = (at as Record<number | string, Value>)[step];
    if (typeof step === 'string') field = at;
  }
  return field;
}

function largestOf(value: Value): number {
  return numbersOf(value).reduce((most, x) => (Number.isFinite(x) ? Math.max(most, Math.abs(x)) : most), 0);
}
