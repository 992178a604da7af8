import fc from 'fast-check';
import type { LocatedExercise } from '../../exercises/exercises.ts';
import { plain } from '../../properties/entry/subject.ts';
import { shownPath, toJson, type Value } from '../../properties/values/value.ts';
import type { JudgedCase } from '../oracle/oracle.ts';
import { drawing, type Origin } from '../oracle/secret.ts';
import { toleranceOf } from '../oracle/tolerance.ts';
import type { CounterexampleRecord } from '../record/record.ts';
import { AN_ERROR } from '../record/thrown.ts';
import { type Answer, type Fault, faultOf, type Student } from './answers.ts';

/**
 * How many inputs are tried to make a counterexample smaller: a count and not a time, so that the result is the same
 * everywhere.
 */
const MOST_TRIES = 300;
/** And how many ticks they may use: a slow function would run into the deadline, which differs from machine to machine. */
const MOST_TICKS = 1000;

export interface Counterexample {
  record: CounterexampleRecord;
  fault: Fault;
  args: readonly Value[];
  expected: Value;
}

/**
 * The smallest input found on which the submission has a fault of the wanted kind: the failing draw, shrunk, or an edge
 * that is smaller still.
 */
export function smallestCounterexample(
  located: LocatedExercise,
  sandbox: Student,
  failing: readonly Answer<JudgedCase>[],
  extreme: boolean,
  wanted: (fault: Fault) => boolean,
  origin: Origin,
): Counterexample | null {
  const found = failing
    .filter((answer) => answer.fault !== null && wanted(answer.fault))
    .map((answer) => ({
      args: answer.item.args,
      item: answer.item,
      fault: answer.fault as Fault,
      path: answer.item.path,
    }));
  const drawn = smallest(found.filter(({ path }) => path !== null));
  const inputs = extreme ? located.entry.extreme : located.entry.inputs;
  const candidates: Found[] = found.filter(({ path }) => path === null);
  if (drawn?.path && inputs) candidates.push(shrunk(located, sandbox, drawn, inputs, extreme, wanted, origin));
  const best = smallest(candidates);
  if (best === null) return null;
  const { args, fault, path } = best;
  const { expected } = best.item;
  return { record: recordOf(args, expected, fault, origin.seed, path), fault, args, expected };
}

interface Found {
  args: readonly Value[];
  item: Pick<JudgedCase, 'expected'>;
  fault: Fault;
  path: string | null;
}

function shrunk(
  located: LocatedExercise,
  sandbox: Student,
  from: Found,
  inputs: fc.Arbitrary<readonly Value[]>,
  extreme: boolean,
  wanted: (fault: Fault) => boolean,
  origin: Origin,
): Found {
  let best = from;
  let tries = 0;
  const before = sandbox.ticks;
  const property = fc.property(inputs, (args) => {
    if (tries++ >= MOST_TRIES || sandbox.ticks - before > MOST_TICKS) return true;
    const { fault, expected } = faultAt(located, sandbox, args, extreme);
    // A call that used up its budget is expensive: the search ends with what it has.
    if (fault?.kind === 'timeout' || fault?.kind === 'memory') tries = MOST_TRIES;
    if (fault === null || !wanted(fault)) return true;
    best = { args, item: { expected }, fault, path: best.path };
    return false;
  });
  const details = fc.check(property, {
    ...drawing(origin, extreme ? 'extreme' : 'mild'),
    path: from.path as string,
    numRuns: 1,
  });
  return { ...best, path: details.counterexamplePath ?? best.path };
}

/** What the submission gets wrong on an argument list that was not among the cases. */
function faultAt(
  located: LocatedExercise,
  sandbox: Student,
  args: readonly Value[],
  extreme: boolean,
): { fault: Fault | null; expected: Value } {
  const expected = plain(located.entry, located.entry.reference)(args);
  const tolerance = toleranceOf(located.entry, located.exercise, args, expected, extreme);
  return { fault: faultOf(sandbox.call(located.name, args), { expected, ...tolerance }), expected };
}

function smallest(found: readonly Found[]): Found | null {
  const size = ({ args }: Found): number => JSON.stringify(toJson(args)).length;
  return found.reduce<Found | null>((best, next) => (best === null || size(next) < size(best) ? next : best), null);
}

function recordOf(
  args: readonly Value[],
  expected: Value,
  fault: Fault,
  seed: number | null,
  path: string | null,
): CounterexampleRecord {
  const json = toJson(args) as unknown[];
  if (fault.kind === 'mismatch') {
    const { mismatch } = fault;
    return {
      args: json,
      index: [...mismatch.path],
      got: toJson(mismatch.got) ?? null,
      expected: toJson(mismatch.expected),
      error: toJson(mismatch.error) as number | string,
      allowed: toJson(mismatch.allowed) as number | string,
      ulps: toJson(mismatch.ulps) as number | string | null,
      because:
        mismatch.kind === 'shape'
          ? `${mismatch.because}${mismatch.path.length > 0 ? ` at ${shownPath(mismatch.path)}` : ''}`
          : mismatch.because,
      seed,
      path,
    };
  }
  return withoutValue(args, expected, gotInstead(fault), seed, path);
}

/** The counterexample of a call that returned nothing to compare; `got` says what came instead. */
export function withoutValue(
  args: readonly Value[],
  expected: Value,
  got: string,
  seed: number | null,
  path: string | null,
): CounterexampleRecord {
  return {
    args: toJson(args) as unknown[],
    index: [],
    got,
    expected: toJson(expected),
    error: null,
    allowed: null,
    ulps: null,
    because: 'no value came back',
    seed,
    path,
  };
}

function gotInstead(fault: Exclude<Fault, { kind: 'mismatch' }>): string {
  switch (fault.kind) {
    case 'nonsense':
      return fault.what;
    case 'threw':
      return `${AN_ERROR}${fault.message}`;
    case 'timeout':
      return 'no end within the budget of steps';
    case 'memory':
      return 'no end within the memory limit';
  }
}
