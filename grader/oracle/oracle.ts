import type { BackendName } from '../../accelerated/backend-names.ts';
import type { LocatedExercise } from '../../exercises/exercises.ts';
import { boundOf, plain, plainAsync } from '../../properties/entry/subject.ts';
import type { Internal } from '../../properties/parameters/codec.ts';
import { formatOf } from '../../properties/rounding/backend-format.ts';
import { firstMismatch } from '../../properties/values/agreement.ts';
import { float64 } from '../../properties/values/format.ts';
import { zipNumbers } from '../../properties/values/tree.ts';
import type { Tree, Value } from '../../properties/values/value.ts';
import { derivedKey, type Origin, originOf, type Secret } from '../secret/secret.ts';
import { type Case, casesOf } from './cases.ts';
import { toleranceOf } from './tolerance.ts';

/** A case with what the oracles say of it. */
export interface JudgedCase extends Case {
  expected: Value;
  allowed: Tree<number>;
  because: string;
  /** the accelerated value and how far a right float64 value may be from it; null if that oracle abstains or is not used */
  accelerated: { value: Value; allowed: Tree<number> } | null;
  /** the two oracles differ by more than the float32 bound: nobody loses points here */
  disputed: boolean;
  /** whether its arguments are walked after the call, which finds what was hidden from the cheaper comparison */
  watched: boolean;
}

/** Everything that is needed to judge submissions of one exercise. */
export interface Oracle {
  name: string;
  origin: Origin;
  mild: JudgedCase[];
  extreme: JudgedCase[];
  illegal: Case[];
}

/** Which ones is chosen by the class's secret, so that no submission can foresee it. */
const WATCHED_ONE_IN = 4;

/** Computes an exercise's oracle values; the accelerated ones on the backend that is running, or none. */
export async function computeOracle(
  located: LocatedExercise,
  secret: Secret,
  backend: BackendName | null,
): Promise<Oracle> {
  const origin = originOf(secret, located.name);
  const { mild, extreme, illegal } = casesOf(located, origin);
  const accelerated = backend === null ? null : await acceleratedOf(located);
  const judge = async (item: Case, isExtreme: boolean): Promise<JudgedCase> => {
    const expected = plain(located.entry, located.entry.reference)(item.args);
    const tolerance = toleranceOf(located.entry, located.exercise, item.args, expected, isExtreme);
    const second =
      accelerated === null || backend === null
        ? null
        : await secondOpinion(
            located,
            item.args,
            { value: expected, allowed: tolerance.allowed },
            accelerated,
            backend,
          );
    return {
      ...item,
      expected,
      ...tolerance,
      accelerated: second?.opinion ?? null,
      disputed: second?.disputed ?? false,
      watched: isWatched(origin, item.name),
    };
  };
  const judged = {
    mild: await inTurn(mild, (item) => judge(item, false)),
    extreme: await inTurn(extreme, (item) => judge(item, true)),
  };
  return { name: located.name, origin, ...judged, illegal };
}

function isWatched({ key }: Origin, name: string): boolean {
  return Number.parseInt(derivedKey(key, 'watched', name).slice(0, 8), 16) % WATCHED_ONE_IN === 0;
}

type Accelerated = (args: readonly Value[]) => Promise<Value>;

async function acceleratedOf({ entry }: LocatedExercise): Promise<Accelerated | null> {
  if (!entry.accelerated) return null;
  const module = await entry.accelerated();
  return plainAsync(entry, module[entry.id] as (...args: Internal[]) => unknown);
}

async function secondOpinion(
  { entry }: LocatedExercise,
  args: readonly Value[],
  expected: { value: Value; allowed: Tree<number> },
  accelerated: Accelerated,
  backend: BackendName,
): Promise<{ opinion: JudgedCase['accelerated']; disputed: boolean }> {
  const format = formatOf(backend);
  const { allowed: theirs, because } = boundOf(entry, args, format);
  const apart = zipNumbers(theirs, boundOf(entry, args, float64).allowed, (a, b) => a + b);
  const value = await accelerated(args);
  const mismatch = firstMismatch(value, expected.value, { allowed: apart, because, signedZero: false });
  // What may be off from the reference may be off as much further from a value beside it: a tail below 1e-12 may be 0.
  const allowed = zipNumbers(apart, expected.allowed, (a, b) => a + b);
  return { opinion: { value, allowed }, disputed: mismatch !== null };
}

async function inTurn<T, U>(items: readonly T[], f: (item: T) => Promise<U>): Promise<U[]> {
  const results: U[] = [];
  for (const item of items) results.push(await f(item));
  return results;
}
