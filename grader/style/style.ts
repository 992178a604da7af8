import type { LocatedExercise } from '../../exercises/exercises.ts';
import { loadParser } from '../../host/syntax.ts';
import type { Oracle } from '../oracle/oracle.ts';
import type { ExerciseRecord } from '../record/record.ts';
import { THROWS } from '../record/thrown.ts';
import { undefinedName } from '../sandbox/host-names.ts';
import { Sandbox, type SandboxLimits, type SourceFile } from '../sandbox/sandbox.ts';
import { type Alias, aliasesOf } from './aliases.ts';
import { classAdvice, classNamed } from './classes.ts';
import { mayHaveStyle } from './may-have-style.ts';
import { namesRead } from './names-read.ts';
import { caretsIn } from './power.ts';
import { FEWEST, Probe } from './probe.ts';
import { givenRandom, ownRandomPlaces } from './random.ts';
import { placeFor } from './syntax.ts';
import { undefinedAdvice } from './undefined-names.ts';
import { layoutWays, optionWays, orderWays, sampleWays, type Way } from './variants.ts';

/** A way of writing that keeps a formula from being right here, in a sentence. */
export interface Style {
  words: string;
  /** `ada.ts:12`, if it has a place */
  line: string | null;
}

/** Errors that the language throws, or a check of shapes: an Error of the code's own, as a stub's, is meant. */
const OF_THE_LANGUAGE = new RegExp(`^${THROWS}(?:Type|Reference|Range)Error`);
/** QuickJS's words for a call without new. */
const CLASS_CALLED = "class constructors must be invoked with 'new'";

/**
 * The style of a wrong submission that explains its verdict, or null. Each is proven by what the code does: it is right if
 * it is called in that way, or with the operator replaced. The submission is loaded again for it, so that nothing of this
 * reaches the one that is judged.
 */
export async function styleOf(
  located: LocatedExercise,
  files: readonly SourceFile[],
  limits: SandboxLimits,
  oracle: Oracle,
  record: ExerciseRecord,
): Promise<Style | null> {
  if (!mayHaveStyle(record)) return null;
  await loadParser();
  if (record.message?.includes(CLASS_CALLED)) {
    const found = classNamed(files, located.name);
    return found === null ? null : { words: classAdvice(found, located.name), line: found.line };
  }
  if (record.status === 'error' && !OF_THE_LANGUAGE.test(record.message ?? '')) return null;
  const missing = record.status === 'error' ? undefinedName(record.message ?? '') : null;
  const undefinedWords = missing === null ? null : undefinedAdvice(files, missing);
  if (undefinedWords !== null) return { words: undefinedWords, line: record.line };
  const sandbox = await Sandbox.open(files, limits);
  try {
    if (!sandbox.functions.has(located.name)) return null;
    const probe = new Probe(located, sandbox, oracle.mild);
    return behaviour(located, files, probe, record) ?? (await caretStyle(located, files, limits, probe, record.line));
  } finally {
    sandbox.dispose();
  }
}

function behaviour(
  { entry }: LocatedExercise,
  files: readonly SourceFile[],
  probe: Probe,
  { line: own, misconception }: ExerciseRecord,
): Style | null {
  const random = givenRandom(entry.parameters);
  const places = random === null ? [] : ownRandomPlaces(files);
  if (places.length > 0 && probe.isFickle()) {
    const words = `draws random numbers of its own (Math.random); they are given here, as ${random}: use those`;
    return { words, line: placeFor(places, own) };
  }
  const [givenInOrder, ...defaults] = optionWays(entry);
  if (givenInOrder !== undefined && isInOrder(probe, givenInOrder)) return { words: givenInOrder.words, line: null };
  const options =
    misconception === null ? defaults.find(({ variant }) => probe.isRightedWhereGiven(variant)) : undefined;
  if (options !== undefined) return { words: options.words, line: null };
  const aliases = aliasesOf(entry.parameters, namesRead(files), probe);
  if (aliases.length > 0) return { words: aliasWords(aliases), line: placeFor(aliases[0]?.places ?? [], own) };
  // A name says more than the way it could be called in.
  if (misconception !== null) return null;
  const way =
    layoutWays(entry).find(({ variant }) => probe.isBetter(variant, FEWEST)) ??
    [...sampleWays(entry), ...orderWays(entry)].find(({ variant }) => probe.isRighted(variant));
  return way === undefined ? null : { words: way.words, line: null };
}

/** Options one after another put answers right, and are read: a function that takes the defaults instead may be right too. */
function isInOrder(probe: Probe, { variant, control }: Way): boolean {
  return probe.isBetter(variant, 2) && (control === undefined || probe.differ(variant, control));
}

function aliasWords(aliases: readonly Alias[]): string {
  const [only, ...others] = aliases;
  if (only !== undefined && others.length === 0) return `reads ${only.read}: the ${only.what} is called ${only.field}`;
  return `reads names that are not given: ${aliases.map(({ read, field }) => `${read} for ${field}`).join(', ')}`;
}

/** `**` in place of `^` makes wrong answers right. */
async function caretStyle(
  located: LocatedExercise,
  files: readonly SourceFile[],
  limits: SandboxLimits,
  before: Probe,
  own: string | null,
): Promise<Style | null> {
  const { written, rewritten } = caretsIn(files);
  const line = placeFor([...written.keys()], own);
  const text = line === null ? undefined : written.get(line);
  if (text === undefined) return null;
  const sandbox = await Sandbox.open(rewritten, limits);
  try {
    if (!sandbox.functions.has(located.name) || new Probe(located, sandbox, before.cases).wrong >= before.wrong)
      return null;
    const power = text.replace('^', '**');
    return { words: `\`${text}\` is exclusive or of bits in JavaScript; a power is \`${power}\``, line };
  } finally {
    sandbox.dispose();
  }
}
