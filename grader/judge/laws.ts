import fc from 'fast-check';
import { messageOf } from '../../accelerated/error-message.ts';
import type { LocatedExercise } from '../../exercises/exercises.ts';
import { type Law, LawBroken, type Subject } from '../../properties/entry/law.ts';
import { boundOf, plain, subject } from '../../properties/entry/subject.ts';
import { float64 } from '../../properties/values/format.ts';
import type { Tree, Value } from '../../properties/values/value.ts';
import { toleranceOf } from '../oracle/tolerance.ts';
import { argumentText } from '../sandbox/literal.ts';
import { drawing, type Origin } from '../secret/secret.ts';
import { difference, type Student } from './answers.ts';

/**
 * Draws per law. If every case agreed with the reference, a law is checked once, for what lies between the cases; if
 * one differed, more often, since the laws that it breaks say what is wrong with it.
 */
const DRAWS = { agreeing: 1, differing: 3 };

export interface LawVerdict {
  name: string;
  /** null if it holds */
  fault:
    | { kind: 'broken'; message: string }
    | { kind: 'threw'; message: string }
    | { kind: 'timeout' | 'memory' }
    | null;
}

/** A call inside a law returned no value. */
class NoValue extends Error {
  readonly kind: 'threw' | 'timeout' | 'memory';

  constructor(kind: NoValue['kind'], message: string) {
    super(message);
    this.kind = kind;
  }
}

/**
 * Whether the submission obeys each law of the contract, on draws of the law's own.
 *
 * @param isSpent whether the submission has used up what its calls may use together
 */
export async function lawVerdicts(
  located: LocatedExercise,
  sandbox: Student,
  origin: Origin,
  agrees: boolean,
  isSpent: () => boolean,
): Promise<LawVerdict[]> {
  const { entry, exercise, name } = located;
  const allowed = (args: readonly Value[]): Tree<number> =>
    remembered(located, args, () => {
      const { value } = boundOf(entry, args, float64);
      return toleranceOf(entry, exercise, args, value as Value, false).allowed;
    });
  const call = (args: readonly Value[]): Value => {
    const outcome = sandbox.call(name, args);
    if (isSpent()) throw new NoValue('timeout', 'timeout');
    if (outcome.kind === 'value') return outcome.value;
    if (outcome.kind === 'nonsense') throw new LawBroken(`got ${outcome.what}`);
    throw new NoValue(outcome.kind, outcome.kind === 'threw' ? outcome.message : outcome.kind);
  };
  const student = subject(entry, float64, call, allowed);
  // What the contract's Agreement never refuses counts as right, so that no law refuses it either: many laws allow no
  // error at all.
  const right = plain(entry, entry.reference);
  const forgiven = subject(entry, float64, (args) => agreedValue(located, args, call(args), right), allowed);
  const verdicts: LawVerdict[] = [];
  for (const law of entry.laws) {
    if (law.extended) continue;
    const fault = await firstFault(
      law,
      [student, forgiven],
      drawn(law, origin).slice(0, agrees ? DRAWS.agreeing : DRAWS.differing),
    );
    verdicts.push({ name: law.name, fault });
    if (fault?.kind === 'timeout' || fault?.kind === 'memory') break;
  }
  return verdicts;
}

/** Arguments that a law makes from a submission's results are of use to no other submission, so not all are kept. */
const MOST_REMEMBERED = 500;
const tolerances = new WeakMap<LocatedExercise['entry'], Map<string, Tree<number>>>();

/**
 * The allowed errors at some arguments, computed once per process: laws call every submission of a class with the same
 * ones.
 */
function remembered({ entry }: LocatedExercise, args: readonly Value[], compute: () => Tree<number>): Tree<number> {
  const known = tolerances.get(entry) ?? new Map<string, Tree<number>>();
  tolerances.set(entry, known);
  const key = argumentText(args).text;
  const found = known.get(key) ?? compute();
  if (known.size < MOST_REMEMBERED) known.set(key, found);
  return found;
}

/** The reference's value if the submission's agrees with it, otherwise the submission's own. */
function agreedValue(
  { entry, exercise }: LocatedExercise,
  args: readonly Value[],
  got: Value,
  right: (args: readonly Value[]) => Value,
): Value {
  let expected: Value;
  try {
    expected = right(args);
  } catch {
    // A law may pass on what a submission returned, which need not be a legal input.
    return got;
  }
  const { allowed, because } = toleranceOf(entry, exercise, args, expected, false);
  return difference(got, expected, allowed, because) === null ? expected : got;
}

/** What breaks the law with both: the second is tried only if the first breaks it, since it costs more. */
async function firstFault(
  law: Law,
  [student, forgiven]: readonly [Subject, Subject],
  inputs: readonly unknown[][],
): Promise<LawVerdict['fault']> {
  for (const input of inputs) {
    let fault = await faultOf(law, student, input);
    if (fault?.kind === 'broken') fault = await faultOf(law, forgiven, input);
    if (fault !== null) return fault;
  }
  return null;
}

const draws = new WeakMap<Law, Map<string, readonly unknown[][]>>();

/** The draws of a law from a secret, made once per process: they are the same for every submission of a class. */
function drawn(law: Law, origin: Origin): readonly unknown[][] {
  const byKey = draws.get(law) ?? new Map<string, readonly unknown[][]>();
  draws.set(law, byKey);
  const known = byKey.get(origin.key);
  if (known) return known;
  const inputs = fc.sample(law.inputs, { ...drawing(origin, `law ${law.name}`), numRuns: DRAWS.differing });
  byKey.set(origin.key, inputs);
  return inputs;
}

async function faultOf(law: Law, student: Subject, input: readonly unknown[]): Promise<LawVerdict['fault']> {
  try {
    await law.holds(student, ...input);
    return null;
  } catch (error) {
    if (error instanceof NoValue)
      return error.kind === 'threw' ? { kind: 'threw', message: error.message } : { kind: error.kind };
    // A law that throws on a value of the wrong form is broken by it.
    return { kind: 'broken', message: messageOf(error) };
  }
}
