import fc from 'fast-check';
import type { LocatedExercise } from '../../exercises/exercises.ts';
import { plain } from '../../properties/entry/subject.ts';
import { shownPath, toJson, type Value } from '../../properties/values/value.ts';
import type { JudgedCase } from '../oracle/oracle.ts';
import { toleranceOf } from '../oracle/tolerance.ts';
import type { CounterexampleRecord } from '../record/record.ts';
import { AN_ERROR } from '../record/thrown.ts';
import { argumentText } from '../sandbox/literal.ts';
import type { Outcome } from '../sandbox/sandbox.ts';
import { drawing, type Origin } from '../secret/secret.ts';
import { type Answer, type Fault, faultOf, type Student } from './answers.ts';
import { type Clarity, clarityOf, isAsClear, type Named, type WrongAnswer } from './clarity.ts';

/**
 * How many inputs are tried to make a counterexample smaller: a count and not a time, so that the result is the same
 * everywhere.
 */
const MOST_TRIES = 400;
/** How many steps of the search, with those to an input that was tried before: many numbers that are drawn are not used. */
const MOST_STEPS = 4000;
/** And how many ticks they may use: a slow function would run into the deadline, which differs from machine to machine. */
const MOST_TICKS = 700;

export interface Counterexample {
  record: CounterexampleRecord;
  fault: Fault;
  args: readonly Value[];
  expected: Value;
  /** undefined if no value came back */
  got: Value | undefined;
}

/** Answers among which some are wrong in the wanted way. */
export interface Failing {
  answers: readonly Answer<JudgedCase>[];
  /** whether these are the extreme cases */
  extreme: boolean;
  wanted: (fault: Fault) => boolean;
}

/** What is wrong with the answer to an argument list that was not among the cases; null if it is right. */
export type AnswerAt = (args: readonly Value[]) => WrongAnswer | null;

export interface Search extends Failing {
  located: LocatedExercise;
  sandbox: Student;
  origin: Origin;
  /** the misconception that the submission computes */
  named?: Named | null;
  /** how the submission is asked while the input is made smaller */
  wrongAnswerAt?: AnswerAt;
  /** how many inputs are tried then */
  tries?: number;
}

/**
 * The input that shows best what the submission gets wrong: of those that fail in the wanted way the clearest, and of
 * equally clear ones the smallest. It is a failing draw, shrunk, or an edge that is smaller still.
 */
export function bestCounterexample(search: Search): Counterexample | null {
  const { located, answers, extreme, wanted, named = null, origin } = search;
  const wrong = answers.flatMap(({ item, outcome, fault }) => {
    if (fault === null || !wanted(fault)) return [];
    const { args, expected, path } = item;
    return [{ args, expected, fault, got: valueOf(outcome), path, size: sizeOf(args) }];
  });
  let clarity = clarityOf(located, named, extreme);
  // What a second deviation hides everywhere is shown like a fault without a name.
  if (wrong.every((answer) => clarity(answer).length === 0)) clarity = clarityOf(located, null, extreme);
  const found = wrong.map((answer): Found => ({ ...answer, clarity: clarity(answer) }));
  const drawn = best(found.filter(({ path }) => path !== null));
  const candidates = found.filter(({ path }) => path === null);
  const inputs = extreme ? located.entry.extreme : located.entry.inputs;
  if (drawn !== null && inputs) {
    // A draw that an edge outdoes is not worth the time.
    const edge = best(candidates);
    if (edge === null || isAsClear(drawn.clarity, edge.clarity))
      candidates.push(shrunk(search, clarity, drawn, inputs));
  }
  const chosen = best(candidates);
  if (chosen === null) return null;
  const { args, expected, fault, got, path } = chosen;
  return { record: recordOf(args, expected, fault, origin.seed, path), fault, args, expected, got };
}

interface Found extends WrongAnswer {
  path: string | null;
  clarity: Clarity;
  size: number;
}

/** The same fault, as clear as it was, on the smallest input to which fast-check's steps lead. */
function shrunk(
  search: Search,
  clarityOf: (answer: WrongAnswer) => Clarity,
  from: Found,
  inputs: fc.Arbitrary<readonly Value[]>,
): Found {
  const { sandbox, wanted, wrongAnswerAt = askedIn(search), tries: mostTries = MOST_TRIES, extreme, origin } = search;
  let last = from;
  let tries = 0;
  let steps = 0;
  const before = sandbox.ticks;
  const refused = new Set<string>();
  const property = fc.property(inputs, (args) => {
    if (steps++ >= MOST_STEPS || tries >= mostTries || sandbox.ticks - before > MOST_TICKS) return true;
    const { text } = argumentText(args);
    if (text === argumentText(last.args).text) return false;
    // Nearer to zero is not always smaller to read: 0.0009765625 for 1.
    if (refused.has(text) || sizeOf(args) > last.size) return true;
    tries += 1;
    const found = wrongAnswerAt(args);
    // A call that used up its budget is expensive: the search ends with what it has.
    if (found?.fault.kind === 'timeout' || found?.fault.kind === 'memory') tries = mostTries;
    const clarity = found === null || !wanted(found.fault) ? null : clarityOf(found);
    if (found === null || clarity === null || !isAsClear(clarity, from.clarity)) {
      refused.add(text);
      return true;
    }
    last = { ...found, path: from.path, clarity, size: sizeOf(args) };
    return false;
  });
  const details = fc.check(property, {
    ...drawing(origin, extreme ? 'extreme' : 'mild'),
    path: from.path as string,
    numRuns: 1,
  });
  return { ...last, path: details.counterexamplePath ?? from.path };
}

/** Asks a submission in whatever state it is. */
export function askedIn({ located, sandbox, extreme }: Pick<Search, 'located' | 'sandbox' | 'extreme'>): AnswerAt {
  const { entry, exercise, name } = located;
  return (args) => {
    const expected = plain(entry, entry.reference)(args);
    const tolerance = toleranceOf(entry, exercise, args, expected, extreme);
    const outcome = sandbox.call(name, args);
    const fault = faultOf(outcome, { expected, ...tolerance });
    return fault === null ? null : { args, expected, fault, got: valueOf(outcome) };
  };
}

function valueOf(outcome: Outcome): Value | undefined {
  return outcome.kind === 'value' ? outcome.value : undefined;
}

/** The clearest one, and the smallest of those. */
function best(found: readonly Found[]): Found | null {
  return found.reduce<Found | null>((most, next) => (most === null || isBetter(next, most) ? next : most), null);
}

function isBetter(a: Found, b: Found): boolean {
  if (!isAsClear(a.clarity, b.clarity)) return false;
  return !isAsClear(b.clarity, a.clarity) || a.size < b.size;
}

function sizeOf(args: readonly Value[]): number {
  return JSON.stringify(toJson(args)).length;
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
