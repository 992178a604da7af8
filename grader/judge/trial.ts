import type { LocatedExercise } from '../../exercises/exercises.ts';
import type { Entry, Misconception } from '../../properties/entry/entry.ts';
import { type Form, formsOf } from '../../properties/entry/forms.ts';
import { plain } from '../../properties/entry/subject.ts';
import { completed } from '../../properties/parameters/completed.ts';
import type { Value } from '../../properties/values/value.ts';
import { GUARDS, type Guard } from './guarded-logarithm.ts';
import { type Change, isEpsilon, type Option, optionsOf, plausibleValues } from './option.ts';

/** What a submission may compute: a formula over changed arguments, with guarded logarithms, its results rounded. */
export interface Trial {
  /** null if the formula is right */
  named: Misconception | null;
  /** a second misconception, over whose arguments the named one is computed */
  also: Misconception | null;
  form: Form;
  /** the named one without the second one */
  alone: Form;
  /** the right formula, where the named one is computed over rearranged arguments the formula over those */
  without: Form;
  changes: readonly Change[];
  guard: Guard | null;
  isFloat32: boolean;
}

type Formula = Pick<Trial, 'named' | 'also' | 'form' | 'alone' | 'without'>;

const PLAIN = { changes: [], guard: null, isFloat32: false } as const;

/** So many options may go unread at once. */
const MOST_UNREAD = 3;

/** So many values of an option, the most common ones, are tried with another one that is not read. */
const MOST_COMMON = 5;

/** Every formula, with every few options not read. */
export function* plainTrials({ entry }: LocatedExercise): Generator<Trial> {
  const sets = unreadSets(entry, MOST_UNREAD);
  for (const formula of formulas(entry)) for (const changes of sets) yield { ...PLAIN, ...formula, changes };
}

/** Every formula with a guard, with rounded results, and over the arguments of another one, with few options not read. */
export function* rareTrials({ entry }: LocatedExercise): Generator<Trial> {
  const guards = entry.probabilities ? GUARDS : [];
  for (const changes of unreadSets(entry, 1)) {
    for (const formula of formulas(entry)) {
      yield { ...PLAIN, ...formula, changes, isFloat32: true };
      if (formula.named?.isDeviation) continue;
      for (const guard of guards) yield { ...PLAIN, ...formula, changes, guard };
    }
  }
  const sets = unreadSets(entry, MOST_UNREAD - 1);
  for (const formula of composed(entry)) for (const changes of sets) yield { ...PLAIN, ...formula, changes };
}

/** Every formula with an option that always has one and the same value, other than its default, and at most one that is not read. */
export function* fixedTrials({ entry }: LocatedExercise): Generator<Trial> {
  for (const option of optionsOf(entry.parameters)) {
    const values = plausibleValues(option).filter((x) => isKept(option, x));
    for (const [rank, value] of values.entries()) {
      for (const more of unreadSets(entry, rank < MOST_COMMON ? 1 : 0)) {
        if (more.some((change) => change.option === option)) continue;
        const changes: Change[] = [{ option, when: 'always', value }, ...more];
        for (const formula of formulas(entry)) yield { ...PLAIN, ...formula, changes };
      }
    }
  }
}

/** A rate, a share or a weight of 0 or of all takes away more than the option; an epsilon of 0 is one that is left out. */
function isKept({ name, parameter }: Option, value: Value): boolean {
  if (parameter.kind !== 'number' || isEpsilon(name)) return true;
  return value !== 0 && !(value === 1 && (parameter.most === 1 || parameter.below === 1));
}

const known = new WeakMap<Entry, readonly Formula[]>();

/** The right formula and all wrong ones that are wrong on mild input. */
function formulas(entry: Entry): readonly Formula[] {
  const before = known.get(entry);
  if (before) return before;
  const right = plain(entry, entry.reference);
  const pure = entry.misconceptions.filter(({ stateful }) => !stateful);
  const wrong = pure.flatMap((named) =>
    formsOf(entry, named, 'wrong').map((form) => ({ named, also: null, form, alone: form, without: right })),
  );
  const all = [{ named: null, also: null, form: right, alone: right, without: right }, ...wrong];
  known.set(entry, all);
  return all;
}

const knownComposed = new WeakMap<Entry, readonly Formula[]>();

/** Each wrong formula over the arguments, or with the result, that another one takes for the right ones. */
function composed(entry: Entry): readonly Formula[] {
  const before = knownComposed.get(entry);
  if (before) return before;
  const wrong = formulas(entry).filter(({ named }) => named !== null && !named.isDeviation);
  const all = entry.misconceptions.flatMap((also) => {
    const over = rearranged(entry, also);
    return over === null
      ? []
      : wrong
          .filter(({ named }) => named !== also)
          .map(({ named, form, without }) => ({ named, also, form: over(form), alone: form, without: over(without) }));
  });
  knownComposed.set(entry, all);
  return all;
}

/** What a misconception that is a rearrangement makes of a formula; null if it is none. */
export function rearranged(entry: Entry, misconception: Misconception): ((form: Form) => Form) | null {
  const { rearranges, rearrangesResult } = misconception;
  if (!rearranges && !rearrangesResult) return null;
  return (form) => (args) => {
    const all = completed(entry.parameters, args);
    const others = rearranges ? rearranges(...all) : args;
    if (others === undefined) return undefined;
    const result = form(others);
    return rearrangesResult && result !== undefined ? rearrangesResult(result, ...all) : result;
  };
}

function unreadSets({ parameters }: Entry, most: number): Change[][] {
  const unread = optionsOf(parameters).map((option): Change => ({ option, when: 'always', value: undefined }));
  return subsets(unread, most);
}

/** All subsets of at most so many, smaller ones first. */
function subsets<T>(items: readonly T[], most: number): T[][] {
  const all = items.reduce<T[][]>((sets, item) => [...sets, ...sets.map((set) => [...set, item])], [[]]);
  return all.filter((set) => set.length <= most).sort((a, b) => a.length - b.length);
}

/** The arguments over which a trial computes its formula. */
export function argumentsOf(entry: Entry, guard: Guard | null, args: readonly Value[]): readonly Value[] {
  return guard !== null && entry.probabilities ? entry.probabilities(...completed(entry.parameters, args)) : args;
}
