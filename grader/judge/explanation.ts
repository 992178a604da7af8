import type { LocatedExercise } from '../../exercises/exercises.ts';
import type { Misconception } from '../../properties/entry/entry.ts';
import type { Form } from '../../properties/entry/forms.ts';
import { boundOf } from '../../properties/entry/subject.ts';
import { float32 } from '../../properties/values/format.ts';
import { mapNumbers, numbersOf } from '../../properties/values/tree.ts';
import { isRecord, type Tree, type Value } from '../../properties/values/value.ts';
import type { JudgedCase } from '../oracle/oracle.ts';
import { derivedBounds, toleranceOf } from '../oracle/tolerance.ts';
import { type Answer, difference } from './answers.ts';
import { GUARDS, type Guard, withGuard } from './guarded-logarithm.ts';
import { type Change, changed, given, type Option, optionsOf, plausibleValues } from './option.ts';
import { argumentsOf, fixedTrials, plainTrials, rareTrials, type Trial } from './trial.ts';
import { failsVisibly, type UnreadForm, unreadForms } from './unread-form.ts';

/** How the answers of a submission come about: a wrong formula, or the right one, and what else differs. */
export interface Explanation {
  /** null if the formula is right */
  named: Misconception | null;
  /** a second error, a swapped or transposed argument beside the named one */
  also: Misconception | null;
  /** options that are not read */
  unread: readonly Change[];
  defaults: readonly OtherDefault[];
  /** forms of an argument that end in an error or in NaN */
  unreadForms: readonly UnreadForm[];
  /** null if there is none; `some` if which one cannot be told */
  guard: Guard | 'some' | null;
  isFloat32: boolean;
}

/** An option with another default: its value, or that none takes its place, or that it is none of those that people write. */
export interface OtherDefault {
  option: Option;
  value: { kind: 'known'; value: Value } | { kind: 'missing' } | { kind: 'unknown' };
}

/** An explanation must hold on at least so many cases, ... */
const LEAST_COMPARED = 6;
/** ... and the formula that it names must differ from the right one on at least so many of them. */
const LEAST_DIFFERING = 3;
/** More errors than this at once explain anything. */
const MOST_ERRORS = 4;
/** If so few errors explain everything, rarer ones are not looked for. */
const ENOUGH = 2;
/** So many kinds of cases are left out at most. */
const MOST_LEFT_OUT = 2;

/**
 * The explanation by the fewest errors that holds on every case but those that it leaves out; null if there is none. An
 * option that is not read, a known default, a guard and rounding leave none out: with them every answer is predicted.
 */
export function explanationOf(located: LocatedExercise, answers: readonly Answer<JudgedCase>[]): Explanation | null {
  const search = new Search(located, answers);
  let best = null as Found | null;
  for (const stage of [plainTrials, rareTrials, fixedTrials]) {
    for (const trial of stage(located)) {
      for (const found of search.explain(trial, best?.errors ?? MOST_ERRORS)) {
        if (best === null || isBetter(found, best)) best = found;
      }
    }
    if (best !== null && best.errors <= ENOUGH) break;
  }
  if (best === null) return null;
  return { ...best, guard: search.isOneGuard(best) ? best.guard : 'some' };
}

interface Found extends Explanation {
  guard: Guard | null;
  trial: Trial;
  errors: number;
  compared: number;
  /** how much of the results the formula changes, from 0 to 1 */
  effect: number;
}

/** Fewer errors first; then a formula with a name; then the explanation of more cases; then the error that does more. */
function isBetter(a: Found, b: Found): boolean {
  if (a.errors !== b.errors) return a.errors < b.errors;
  if ((a.named === null) !== (b.named === null)) return a.named !== null;
  if (a.compared !== b.compared) return a.compared > b.compared;
  return a.effect > MORE * b.effect;
}

/** Of two errors that do about as much the first of the formula's is named. */
const MORE = 1.1;

/** Cases that are left out: those in which an option is absent, or an argument has a form that is not read. */
type LeftOut = { option: Option } | { form: UnreadForm };

class Search {
  private readonly located: LocatedExercise;
  private readonly answers: readonly Answer<JudgedCase>[];
  private readonly options: readonly Option[];
  private readonly forms: readonly UnreadForm[];
  /** on how many cases the submission is wrong */
  private readonly wrong: number;
  /** whether a submission's numbers are all float32 */
  private readonly isRounded: boolean;

  constructor(located: LocatedExercise, all: readonly Answer<JudgedCase>[]) {
    const answers = tellingFirst(located, all);
    this.located = located;
    this.answers = answers;
    this.options = optionsOf(located.entry.parameters);
    this.forms = unreadForms(located.entry, answers);
    this.wrong = answers.filter(({ fault }) => fault !== null).length;
    this.isRounded = answers.every(({ outcome }) => outcome.kind !== 'value' || isFloat32(outcome.value));
  }

  /** The explanations that a trial is part of, by no more errors than `most`. */
  *explain(trial: Trial, most: number): Generator<Found> {
    const { named, also, changes, guard, isFloat32: rounded } = trial;
    if (rounded && !this.isRounded) return;
    const own = [named, also, guard, rounded || null].filter((x) => x !== null).length + changes.length;
    if (own === 0 && this.forms.length + this.options.length === 0) return;
    if (own > most) return;
    for (const leftOut of this.leftOut(new Agreement(this.located, this.answers, trial), [], most - own)) {
      const errors = own + leftOut.length;
      const found = this.checked(trial, leftOut);
      if (found !== null && errors > 0) yield { ...found, errors: errors + unknowns(found) };
    }
  }

  /** The sets of kinds of cases without which a trial agrees with every answer. */
  private *leftOut(agreement: Agreement, chosen: readonly LeftOut[], more: number): Generator<readonly LeftOut[]> {
    const failing = agreement.firstDiffering(({ item }) => !chosen.some((kind) => isOf(kind, item.args)));
    if (failing === null) {
      yield chosen;
      return;
    }
    if (more === 0 || chosen.length === MOST_LEFT_OUT) return;
    const { args } = failing.item;
    const isChanged = (option: Option): boolean => agreement.trial.changes.some((change) => change.option === option);
    for (const option of this.options) {
      if (!isChanged(option) && isOf({ option }, args))
        yield* this.leftOut(agreement, [...chosen, { option }], more - 1);
    }
    for (const form of this.forms) {
      if (isOf({ form }, args)) yield* this.leftOut(agreement, [...chosen, { form }], more - 1);
    }
  }

  /** A trial that agrees where it should, with the defaults that make it agree elsewhere; null if too little speaks for it. */
  private checked(trial: Trial, leftOut: readonly LeftOut[]): Omit<Found, 'errors'> | null {
    const options = leftOut.flatMap((kind) => ('option' in kind ? [kind.option] : []));
    const forms = leftOut.flatMap((kind) => ('form' in kind ? [kind.form] : []));
    const defaults = this.defaults(trial, options, forms);
    const known = defaults.flatMap(({ option, value }): Change[] =>
      value.kind === 'known' ? [{ option, when: 'absent', value: value.value }] : [],
    );
    const whole = { ...trial, changes: [...trial.changes, ...known] };
    const unknown = defaults.flatMap(({ option, value }) => (value.kind === 'known' ? [] : [{ option }]));
    const rest = [...unknown, ...forms.map((form) => ({ form }))];
    const counted = this.answers.filter(({ item }) => !rest.some((kind) => isOf(kind, item.args)));
    const { compared, differing, effect } = new Agreement(this.located, counted, whole).evidence();
    // A default that is missing, or unknown, leaves no other case in which the right formula would be wrong.
    const telling = trial.named === null ? this.wrong : differing;
    if (compared < LEAST_COMPARED || telling < LEAST_DIFFERING) return null;
    const { named, also, changes, guard, isFloat32: rounded } = trial;
    return {
      named,
      also,
      unread: changes,
      defaults,
      unreadForms: forms,
      guard,
      isFloat32: rounded,
      trial,
      compared,
      effect,
    };
  }

  /** What the defaults of options are, if a trial agrees wherever these are given. */
  private defaults(trial: Trial, options: readonly Option[], forms: readonly UnreadForm[]): OtherDefault[] {
    const read = this.answers.filter(({ item }) => forms.every(({ holds }) => !holds(item.args)));
    const found = options.map((option): OtherDefault => {
      const others = options.filter((other) => other !== option);
      const absent = read.filter(
        ({ item }) => isOf({ option }, item.args) && others.every((other) => !isOf({ option: other }, item.args)),
      );
      if (absent.length > 0 && absent.every(failsVisibly)) return { option, value: { kind: 'missing' } };
      const value = plausibleValues(option).find((x) =>
        this.agrees(trial, absent, [{ option, when: 'absent', value: x }]),
      );
      return { option, value: value === undefined ? { kind: 'unknown' } : { kind: 'known', value } };
    });
    // Together they must explain the cases in which several are absent.
    const changes = found.flatMap(({ option, value }): Change[] =>
      value.kind === 'known' ? [{ option, when: 'absent', value: value.value }] : [],
    );
    const open = found.filter(({ value }) => value.kind !== 'known');
    const settled = read.filter(({ item }) => open.every(({ option }) => !isOf({ option }, item.args)));
    return this.agrees(trial, settled, changes)
      ? found
      : options.map((option) => ({ option, value: { kind: 'unknown' } }));
  }

  private agrees(trial: Trial, answers: readonly Answer<JudgedCase>[], more: readonly Change[]): boolean {
    const whole = { ...trial, changes: [...trial.changes, ...more] };
    return new Agreement(this.located, answers, whole).firstDiffering(() => true) === null;
  }

  /** Whether no guard but the one found explains the same. */
  isOneGuard({ trial, guard }: Found): boolean {
    if (guard === null) return true;
    const others = GUARDS.filter(({ epsilon }) => epsilon > 4 * guard.epsilon || 4 * epsilon < guard.epsilon);
    return !others.some((other) => this.agrees({ ...trial, guard: other }, this.answers, []));
  }
}

/** Cases in which more options are given leave fewer excuses, and small ones are computed faster. */
function tellingFirst(
  { entry }: LocatedExercise,
  answers: readonly Answer<JudgedCase>[],
): readonly Answer<JudgedCase>[] {
  const options = optionsOf(entry.parameters);
  const rank = ({ args }: JudgedCase): number =>
    1e6 * options.filter((option) => given(args, option) === undefined).length + numbersOf(args as Value).length;
  const ranked = answers.map((answer) => ({ answer, rank: rank(answer.item) }));
  return ranked.sort((a, b) => a.rank - b.rank).map(({ answer }) => answer);
}

function isOf(kind: LeftOut, args: readonly Value[]): boolean {
  return 'option' in kind ? given(args, kind.option) === undefined : kind.form.holds(args);
}

/** Whether an option that is not read is given: what then ends in an error or NaN, as the logarithm of a logit, tells nothing. */
function isBiting({ option, when }: Change, args: readonly Value[]): boolean {
  const value = given(args, option);
  return when === 'always' && value !== undefined && JSON.stringify(value) !== JSON.stringify(option.default);
}

/** A default that is none of those that people write explains less. */
function unknowns({ defaults }: Omit<Found, 'errors'>): number {
  return defaults.filter(({ value }) => value.kind === 'unknown').length / 2;
}

const LARGEST_ROUNDING = 2 ** -20;

/** Whether the answers are what a trial predicts, case by case, each computed when it is asked for. */
class Agreement {
  readonly trial: Trial;
  private readonly located: LocatedExercise;
  private readonly answers: readonly Answer<JudgedCase>[];
  private readonly known: ('agrees' | 'differs' | 'skipped' | undefined)[] = [];

  constructor(located: LocatedExercise, answers: readonly Answer<JudgedCase>[], trial: Trial) {
    this.located = located;
    this.answers = answers;
    this.trial = trial;
  }

  /** The first answer of those asked for that is another. */
  firstDiffering(asked: (answer: Answer<JudgedCase>) => boolean): Answer<JudgedCase> | null {
    return this.answers.find((answer, i) => asked(answer) && this.at(answer, i) === 'differs') ?? null;
  }

  /** On how many cases the trial can be computed, and on how many of them, and by how much, its formula makes a difference. */
  evidence(): { compared: number; differing: number; effect: number } {
    const { named, without } = this.trial;
    const compared = this.answers.filter((answer, i) => this.at(answer, i) !== 'skipped');
    const effects = compared.map(({ item }) => {
      const other = named === null ? item.expected : predicted(this.located, { ...this.trial, form: without }, item);
      const value = this.predict(item);
      if (other === undefined) return 0;
      return this.mismatch(value, other, item) === null ? 0 : distance(value, other);
    });
    const differing = effects.filter((effect) => effect > 0).length;
    return { compared: compared.length, differing, effect: effects.reduce((a, b) => a + b, 0) / compared.length };
  }

  private at(answer: Answer<JudgedCase>, i: number): 'agrees' | 'differs' | 'skipped' {
    return (this.known[i] ??= this.compare(answer));
  }

  private compare(answer: Answer<JudgedCase>): 'agrees' | 'differs' | 'skipped' {
    const { item, outcome } = answer;
    const wrong = this.predict(item);
    if (wrong === undefined) return 'skipped';
    if (failsVisibly(answer) && this.trial.changes.some((change) => isBiting(change, item.args))) return 'skipped';
    if (outcome.kind !== 'value') return 'differs';
    if (this.trial.isFloat32) return this.isRounding(outcome.value, wrong, item) ? 'agrees' : 'differs';
    if (isFar(numbersInOrder(answer), numbersOf(wrong), boundsOf(this.located, item))) return 'differs';
    return this.mismatch(outcome.value, wrong, item) === null ? 'agrees' : 'differs';
  }

  private predict(item: JudgedCase): Value {
    return predicted(this.located, this.trial, item);
  }

  private mismatch(got: Value, wrong: Value, item: JudgedCase): ReturnType<typeof difference> {
    const { entry, exercise } = this.located;
    const { allowed, because } = toleranceOf(entry, exercise, item.args, wrong, false, boundsOf(this.located, item));
    return difference(got, wrong, allowed, because);
  }

  /** Whether numbers differ by no more than float32 explains. */
  private isRounding(got: Value, wrong: Value, { args }: JudgedCase): boolean {
    const bounds = numbersOf(boundOf(this.located.entry, args, float32()).allowed);
    const largest = Math.max(0, ...numbersOf(wrong).map(Math.abs).filter(Number.isFinite));
    let next = 0;
    const allowed = mapNumbers(wrong as Tree<number>, () => {
      const bound = bounds[next++] ?? 0;
      return (Number.isFinite(bound) ? bound : 0) + LARGEST_ROUNDING * largest;
    });
    return difference(got, wrong, allowed, '') === null;
  }
}

const inOrder = new WeakMap<Answer<JudgedCase>, readonly number[] | null>();

/** The numbers of an answer in the order of those that are expected; null if there are others. */
function numbersInOrder(answer: Answer<JudgedCase>): readonly number[] | null {
  let found = inOrder.get(answer);
  if (found === undefined) {
    const { item, outcome } = answer;
    const value = outcome.kind === 'value' ? outcome.value : undefined;
    const ordered =
      isRecord(item.expected) && isRecord(value) ? Object.keys(item.expected).map((key) => value[key]) : value;
    const hasRecords = Array.isArray(ordered) && !isRecord(item.expected) && ordered.some(isRecord);
    inOrder.set(answer, (found = hasRecords ? null : numbersOf(ordered)));
  }
  return found;
}

/** Far beyond any tolerance: most trials are done with by one number. */
const FAR = 1e-6;

/** Whether numbers differ by so much that nothing else need be looked at. */
function isFar(got: readonly number[] | null, wrong: readonly number[], bounds: readonly number[]): boolean {
  if (got === null || got.length !== wrong.length) return false;
  const largest = wrong.reduce((most, x) => (Number.isFinite(x) ? Math.max(most, Math.abs(x)) : most), 0);
  return wrong.some((x, i) => {
    const y = got[i] as number;
    const bound = bounds[i] ?? Infinity;
    return Math.abs(x - y) > Math.max(1e-11, FAR * largest) + (Number.isFinite(bound) ? bound : 0);
  });
}

const bounds = new WeakMap<JudgedCase, readonly number[]>();

function boundsOf({ entry }: LocatedExercise, item: JudgedCase): readonly number[] {
  let found = bounds.get(item);
  if (!found) bounds.set(item, (found = derivedBounds(entry, item.args)));
  return found;
}

const kept = new WeakMap<Form, Map<string, WeakMap<JudgedCase, Value>>>();

/** What a trial gives for a case; undefined where it cannot be computed. What does not depend on the submission's values is kept. */
function predicted(located: LocatedExercise, trial: Trial, item: JudgedCase): Value {
  const { form, changes, guard } = trial;
  if (guard !== null || changes.some(({ value }) => value !== undefined)) return compute(located, trial, item);
  const key = changes.map(({ option }) => option.name).join();
  let byChange = kept.get(form);
  if (!byChange) kept.set(form, (byChange = new Map()));
  let values = byChange.get(key);
  if (!values) byChange.set(key, (values = new WeakMap()));
  if (!values.has(item)) values.set(item, compute(located, trial, item));
  return values.get(item);
}

function compute({ entry }: LocatedExercise, { form, changes, guard }: Trial, item: JudgedCase): Value {
  const args = mapNumbers(
    argumentsOf(entry, guard, changed(item.args, changes)) as Value,
    (x) => x,
  ) as readonly Value[];
  try {
    return guard === null ? form(args) : withGuard(guard, () => form(args));
  } catch {
    // Arguments that the changed options make illegal.
    return undefined;
  }
}

/** How far apart two values that differ are, as a share of the larger one: 1 if their shapes differ. */
function distance(a: Value, b: Value): number {
  const [x, y] = [numbersOf(a), numbersOf(b)];
  if (x.length !== y.length) return 1;
  const shares = x.map((xi, i) => {
    const [yi, most] = [y[i] as number, Math.max(Math.abs(xi), Math.abs(y[i] as number))];
    return xi === yi ? 0 : Number.isFinite(most) ? Math.min(1, Math.abs(xi - yi) / most) : 1;
  });
  return Math.max(Number.MIN_VALUE, ...shares);
}

function isFloat32(value: Value): boolean {
  return numbersOf(value).every((x) => Number.isNaN(x) || Math.fround(x) === x);
}
