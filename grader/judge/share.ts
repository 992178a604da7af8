import type { LocatedExercise } from '../../exercises/exercises.ts';
import { plain } from '../../properties/entry/subject.ts';
import type { Value } from '../../properties/values/value.ts';
import { baselineShare } from '../oracle/baseline.ts';
import { type Case, casesOf, isDraw, shareCases } from '../oracle/cases.ts';
import type { JudgedCase, Oracle } from '../oracle/oracle.ts';
import { PUBLIC_SEED } from '../oracle/public-seed.ts';
import { isOfNumbersAlone } from '../oracle/spread.ts';
import { type Tolerance, toleranceOf } from '../oracle/tolerance.ts';
import { argumentText } from '../sandbox/literal.ts';
import { type Origin, originOf } from '../secret/secret.ts';
import { type Answer, ask, type Student } from './answers.ts';

/** On which share of the drawn mild inputs a submission agrees, and on which a guess would. */
export interface Share {
  agreement: number;
  baseline: number;
}

type Further = Case & Tolerance & { expected: Value };

/** The draws of one secret that count. */
interface Counted {
  /** names of those among the oracle's mild cases */
  names: ReadonlySet<string>;
  further: readonly Further[];
  baseline: number;
}

/** With fewer counted draws, those that anybody can know count as well: an exercise of few possible inputs. */
const FEWEST = 40;

/**
 * Measures the share on which half the points of a wrong submission depend: on many more draws than decide its status,
 * so that two secrets give it nearly the same. What the public seed draws too does not count, for a table of its
 * answers is no work.
 *
 * @param isSpent whether the submission has used up what its calls may use together: it is then measured on those made
 */
export function shareOf(
  located: LocatedExercise,
  sandbox: Student,
  oracle: Oracle,
  mild: readonly Answer<JudgedCase>[],
  isSpent: () => boolean,
): Share {
  const { names, further, baseline } = countedOf(located, oracle);
  const faults = mild.filter(({ item }) => names.has(item.name)).map(({ fault }) => fault);
  // Who is wrong on all of these is not right on others, and large results take long without a tick.
  if (faults.length > 0 && faults.every((fault) => fault !== null)) return { agreement: 0, baseline };
  for (const item of further) {
    if (isSpent()) break;
    faults.push(ask(sandbox, located.name, item).fault);
  }
  return { agreement: faults.filter((fault) => fault === null).length / Math.max(1, faults.length), baseline };
}

const known = new WeakMap<LocatedExercise['entry'], Map<string, Counted>>();

/** Made once per process and secret: it is the same for every submission of a class. */
function countedOf(located: LocatedExercise, oracle: Oracle): Counted {
  const byKey = known.get(located.entry) ?? new Map<string, Counted>();
  known.set(located.entry, byKey);
  const counted = byKey.get(oracle.origin.key) ?? newlyCounted(located, oracle);
  byKey.set(oracle.origin.key, counted);
  return counted;
}

function newlyCounted(located: LocatedExercise, { origin, mild }: Oracle): Counted {
  const own = mild.filter(isDraw);
  const more = shareCases(located, origin);
  const unknown = withoutThose([...own, ...more], origin.seed === PUBLIC_SEED ? new Set() : publicTexts(located));
  const counted = new Set(unknown.length < FEWEST ? withoutThose([...own, ...more], new Set()) : unknown);
  const ownCounted = own.filter((item) => counted.has(item));
  const further = more.filter((item) => counted.has(item)).map((item) => judged(located, item));
  return {
    names: new Set(ownCounted.map(({ name }) => name)),
    further,
    baseline: baselineShare([...ownCounted, ...further]),
  };
}

/** Each argument list once, without those whose text is given. */
function withoutThose(draws: readonly Case[], texts: ReadonlySet<string>): Case[] {
  const seen = new Set(texts);
  return draws.filter(({ args }) => {
    const { text } = argumentText(args);
    return !seen.has(text) && seen.add(text);
  });
}

const ofPublicSeed = new WeakMap<LocatedExercise['entry'], ReadonlySet<string>>();

/** The inputs that everybody can know. */
function publicTexts(located: LocatedExercise): ReadonlySet<string> {
  const texts =
    ofPublicSeed.get(located.entry) ?? new Set(publicCases(located).map(({ args }) => argumentText(args).text));
  ofPublicSeed.set(located.entry, texts);
  return texts;
}

function publicCases(located: LocatedExercise): Case[] {
  const origin: Origin = originOf(PUBLIC_SEED, located.name);
  const { mild, extreme } = casesOf(located, origin);
  // Of arrays hardly any two are alike.
  const further = mild.every(({ args }) => isOfNumbersAlone(args)) ? shareCases(located, origin) : [];
  return [...mild, ...extreme, ...further];
}

function judged({ entry, exercise }: LocatedExercise, item: Case): Further {
  const expected = plain(entry, entry.reference)(item.args);
  return { ...item, expected, ...toleranceOf(entry, exercise, item.args, expected, false) };
}
