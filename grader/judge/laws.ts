import fc from 'fast-check';
import type { LocatedExercise } from '../../exercises/exercises.ts';
import { float64 } from '../../properties/format.ts';
import { LawBroken } from '../../properties/law.ts';
import { boundOf, subject } from '../../properties/subject.ts';
import type { Tree, Value } from '../../properties/value.ts';
import { toleranceOf } from '../oracle/tolerance.ts';
import type { Student } from './answers.ts';

/** Draws per law: the cases have been asked already, laws look at what lies between them. */
const DRAWS = 6;

export interface LawVerdict {
  name: string;
  /** null where it holds */
  fault: { kind: 'broken'; message: string } | { kind: 'threw'; message: string } | { kind: 'timeout' | 'memory' } | null;
}

/** A call inside a law came to no value. */
class NoValue extends Error {
  readonly kind: 'threw' | 'timeout' | 'memory';

  constructor(kind: NoValue['kind'], message: string) {
    super(message);
    this.kind = kind;
  }
}

/** Whether the submission obeys each law of the contract, on draws of the law's own. */
export async function lawVerdicts(located: LocatedExercise, sandbox: Student, seed: number): Promise<LawVerdict[]> {
  const { entry, exercise, name } = located;
  const allowed = (args: readonly Value[]): Tree<number> => {
    const { value } = boundOf(entry, args, float64);
    return toleranceOf(entry, exercise, args, value as Value, false).allowed;
  };
  const call = (args: readonly Value[]): Value => {
    const outcome = sandbox.call(name, args);
    if (outcome.kind === 'value') return outcome.value;
    if (outcome.kind === 'nonsense') throw new LawBroken(`got ${outcome.what}`);
    throw new NoValue(outcome.kind, outcome.kind === 'threw' ? outcome.message : outcome.kind);
  };
  const student = subject(entry, float64, call, allowed);
  const verdicts: LawVerdict[] = [];
  for (const law of entry.laws) {
    if (law.extended) continue;
    const property = fc.asyncProperty(law.inputs, (inputs) => law.holds(student, ...inputs));
    const details = await fc.check(property, { seed, numRuns: DRAWS, endOnFailure: true });
    verdicts.push({ name: law.name, fault: details.failed ? faultOf(details.errorInstance) : null });
    if (details.errorInstance instanceof NoValue && details.errorInstance.kind !== 'threw') break;
  }
  return verdicts;
}

function faultOf(error: unknown): LawVerdict['fault'] {
  if (error instanceof NoValue) return error.kind === 'threw' ? { kind: 'threw', message: error.message } : { kind: error.kind };
  // A law that stumbles over a value of the wrong form is broken by it.
  return { kind: 'broken', message: error instanceof Error ? error.message : String(error) };
}
