import type { LocatedExercise } from '../../exercises/exercises.ts';
import type { Misconception } from '../../properties/entry/entry.ts';
import { type Form, formsOf } from '../../properties/entry/forms.ts';
import { median } from '../../properties/values/median.ts';
import { numbersOf } from '../../properties/values/tree.ts';
import { isRecord, type Value } from '../../properties/values/value.ts';
import type { JudgedCase } from '../oracle/oracle.ts';
import { toleranceOf } from '../oracle/tolerance.ts';
import { type Answer, difference } from './answers.ts';
import { explanationOf } from './explanation.ts';
import { type Finding, findingOf, NO_FINDING } from './finding.ts';

/**
 * What a submission computes, and what else differs: a misconception with which it agrees on every case for which that one
 * can be computed; or one with which it would agree but for an everyday deviation beside it, which the notes name.
 */
export function findingFor(
  located: LocatedExercise,
  verdict: 'wrong' | 'unstable',
  mild: readonly Answer<JudgedCase>[],
  extreme: readonly Answer<JudgedCase>[],
): Finding {
  const misconception = misconceptionOf(located, verdict, mild, extreme);
  if (misconception !== null)
    return { misconception, forms: formsOf(located.entry, misconception, verdict), notes: [] };
  const explanation = verdict === 'wrong' ? explanationOf(located, mild, extreme) : null;
  return explanation === null ? NO_FINDING : findingOf(located, explanation);
}

/**
 * The misconception with which a submission agrees on every case. Several readings of a name are tried one after another;
 * if the verdict is 'unstable', the extreme cases are compared too.
 */
function misconceptionOf(
  located: LocatedExercise,
  verdict: 'wrong' | 'unstable',
  mild: readonly Answer<JudgedCase>[],
  extreme: readonly Answer<JudgedCase>[],
): Misconception | null {
  for (const candidate of located.entry.misconceptions.filter(({ stateful }) => !stateful)) {
    for (const form of formsOf(located.entry, candidate, verdict)) {
      const matches =
        verdict === 'wrong'
          ? agrees(located, form, mild, false)
          : agrees(located, form, extreme, true, candidate.cancels ?? false);
      if (matches) return candidate;
    }
  }
  return null;
}

function agrees(
  located: LocatedExercise,
  form: Form,
  answers: readonly Answer<JudgedCase>[],
  extreme: boolean,
  cancels = false,
): boolean {
  let compared = 0;
  /** whether it explains a fault: where the wrong form is right too, agreement says nothing */
  let explains = false;
  /** cases in which both are off, less those in which only one is */
  let balance = 0;
  const noise: { theirs: number; ours: number }[] = [];
  for (const { item, outcome, fault } of answers) {
    const wrong = valueOf(form, item);
    if (wrong === undefined) continue;
    if (outcome.kind !== 'value') return false;
    explains ||= fault !== null;
    const { allowed, because } = toleranceOf(located.entry, located.exercise, item.args, wrong, extreme);
    if (difference(outcome.value, wrong, allowed, because) === null) {
      compared += 1;
      continue;
    }
    const isShape = fault?.kind === 'mismatch' && fault.mismatch.kind === 'shape';
    if (!cancels || isShape || !finite(outcome.value) || !finite(wrong)) return false;
    // This is noise: with another order of the sums there may happen to be none.
    const bothOff = fault !== null && difference(wrong, item.expected, item.allowed, item.because) !== null;
    balance += bothOff ? 1 : -1;
    noise.push({ theirs: largestError(outcome.value, item.expected), ours: largestError(wrong, item.expected) });
    compared += 1;
  }
  return (
    compared > 0 &&
    explains &&
    balance >= 0 &&
    (noise.length === 0 ||
      median(noise.map(({ theirs }) => theirs)) <= NOISE_RATIO * median(noise.map(({ ours }) => ours)))
  );
}

/** Rounding noise varies by less than this factor: a larger error has another cause. */
const NOISE_RATIO = 100;

function largestError(value: Value, expected: Value): number {
  if (isRecord(expected) && isRecord(value))
    return Math.max(0, ...Object.keys(expected).map((key) => largestError(value[key], expected[key])));
  const known = numbersOf(expected);
  return numbersOf(value).reduce((largest, x, i) => Math.max(largest, Math.abs(x - (known[i] ?? x))), 0);
}

const computed = new WeakMap<Form, Map<JudgedCase, Value>>();

/** A misconception's value of a case, computed once per process. */
function valueOf(form: Form, item: JudgedCase): Value {
  let values = computed.get(form);
  if (!values) computed.set(form, (values = new Map()));
  if (!values.has(item)) values.set(item, form(structuredClone(item.args)));
  return values.get(item);
}

function finite(value: Value): boolean {
  return !/NaN|Infinity|null/.test(
    JSON.stringify(value, (_, x) => (typeof x === 'number' && !Number.isFinite(x) ? 'NaN' : x)),
  );
}
