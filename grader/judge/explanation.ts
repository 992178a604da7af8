import type { LocatedExercise } from '../../exercises/exercises.ts';
import type { Misconception } from '../../properties/entry/entry.ts';
import type { Form } from '../../properties/entry/forms.ts';
import { numbersOf } from '../../properties/values/tree.ts';
import type { Value } from '../../properties/values/value.ts';
import type { JudgedCase } from '../oracle/oracle.ts';
import { Agreement, isFloat32, predicted } from './agreement.ts';
import type { Answer } from './answers.ts';
import { GUARDS, type Guard, WIDEST_GUARDS } from './guarded-logarithm.ts';
import { type Change, changed, given, type Option, optionsOf, plausibleValues, unusualValues } from './option.ts';
import { fixedTrials, plainTrials, rareTrials, type Trial } from './trial.ts';
import { failsVisibly, type UnreadForm, unreadForms } from './unread-form.ts';

/** How the answers of a submission come about: a wrong formula, or the right one, and what else differs. */
export interface Explanation {
  /** null if the formula is right */
  named: Misconception | null;
  /** a second error, a swapped or transposed argument beside the named one */
  also: Misconception | null;
  /** all of it, as a formula; but for what a guard and rounding change */
  form: Form;
  unread: readonly Unread[];
  defaults: readonly OtherDefault[];
  /** forms of an argument that end in an error or in NaN */
  unreadForms: readonly UnreadForm[];
  /** null if there is none; `some` if which one cannot be told */
  guard: Guard | 'some' | null;
  isFloat32: boolean;
}

/** An option that is not read, and the value that it always has; `some` if that cannot be told. */
export interface Unread {
  option: Option;
  value: { kind: 'default' } | { kind: 'other'; value: Value } | { kind: 'some' };
}

/** An option with another default: its value, or that several would do, that none takes its place, or that none explains all. */
export interface OtherDefault {
  option: Option;
  value: { kind: 'known'; value: Value } | { kind: 'several' } | { kind: 'missing' } | { kind: 'unknown' };
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
export function explanationOf(
  located: LocatedExercise,
  mild: readonly Answer<JudgedCase>[],
  extreme: readonly Answer<JudgedCase>[],
): Explanation | null {
  const search = new Search(located, mild, extreme);
  let best = null as Found | null;
  for (const stage of [plainTrials, rareTrials, fixedTrials]) {
    for (const trial of stage(located)) {
      for (const found of search.explain(trial, best?.errors ?? MOST_ERRORS)) {
        if (best === null || isBetter(found, best)) best = found;
      }
    }
    if (best !== null && best.errors <= ENOUGH) break;
  }
  return best && search.toldApart(best);
}

interface Found extends Omit<Explanation, 'form' | 'unread' | 'guard' | 'isFloat32'> {
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
const MORE = 1.5;

/** On so many cases it is looked whether a guard may explain the answers, ... */
const TELLING = 4;
/** ... which differ from the unguarded ones by more than this only towards those of the widest guard. */
const SLACK = 0.02;

/** Cases that are left out: those in which an option is absent, or an argument has a form that is not read. */
type LeftOut = { option: Option } | { form: UnreadForm };

class Search {
  private readonly located: LocatedExercise;
  private readonly answers: readonly Answer<JudgedCase>[];
  /** what it gets right on extreme input */
  private readonly right: readonly Answer<JudgedCase>[];
  private readonly options: readonly Option[];
  private readonly forms: readonly UnreadForm[];
  /** on how many cases the submission is wrong */
  private readonly wrong: number;
  /** of formulas with options changed, whether a guard may explain the answers */
  private readonly guarded = new Map<Form, Map<string, boolean>>();
  /** whether a submission's numbers are all float32 */
  private readonly isRounded: boolean;

  constructor(located: LocatedExercise, mild: readonly Answer<JudgedCase>[], extreme: readonly Answer<JudgedCase>[]) {
    const answers = tellingFirst(located, mild);
    this.right = extreme.filter(({ fault }) => fault === null);
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
    if (own > most || (guard !== null && !this.mayBeGuarded(trial))) return;
    for (const leftOut of this.leftOut(new Agreement(this.located, this.answers, trial), [], most - own)) {
      const errors = own + leftOut.length;
      const found = this.checked(trial, leftOut);
      if (found !== null && errors > 0) yield { ...found, errors: errors + unknowns(found) };
    }
  }

  /**
   * Whether the answers lie between what a trial gives without a guard and with the widest ones, as they do with any other: of
   * most formulas no guard need be tried.
   */
  private mayBeGuarded({ changes, ...trial }: Trial): boolean {
    const key = changes.map(({ option }) => option.name).join();
    let byChange = this.guarded.get(trial.form);
    if (!byChange) this.guarded.set(trial.form, (byChange = new Map()));
    let found = byChange.get(key);
    if (found === undefined) {
      found = this.answers.slice(0, TELLING).every((answer) => {
        const ends = [null, ...WIDEST_GUARDS].map((guard) =>
          numbersOf(predicted(this.located, { ...trial, changes, guard }, answer.item)),
        );
        if (failsVisibly(answer) || answer.outcome.kind !== 'value') return true;
        return numbersOf(answer.outcome.value).every((x, i) => {
          const between = ends.map((values) => values[i] ?? Number.NaN);
          if (between.some(Number.isNaN)) return true;
          const [least, most] = [Math.min(...between), Math.max(...between)];
          const slack = SLACK * (1 + Math.min(Math.abs(least), Math.abs(most)));
          return x >= least - slack && x <= most + slack;
        });
      });
      byChange.set(key, found);
    }
    return found;
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
    const whole = { ...trial, changes: [...trial.changes, ...knownDefaults(defaults)] };
    const unknown = defaults.flatMap(({ option, value }) => (value.kind === 'known' ? [] : [{ option }]));
    const rest = [...unknown, ...forms.map((form) => ({ form }))];
    const counted = this.answers.filter(({ item }) => !rest.some((kind) => isOf(kind, item.args)));
    const { compared, differing, effect, alsoEffect } = new Agreement(this.located, counted, whole).evidence();
    // A default that is missing, or unknown, leaves no other case in which the right formula would be wrong.
    const telling = trial.named === null ? this.wrong : differing;
    if (compared < LEAST_COMPARED || telling < LEAST_DIFFERING) return null;
    // What is right wherever an option is given, and follows no default where it is not, has another fault.
    if (trial.named === null && defaults.some(({ value }) => value.kind === 'unknown')) return null;
    // The right formula with an option left out: what is right all the same on extreme input does read it.
    if (trial.named === null && trial.changes.length > 0 && !this.agrees(trial, this.right, [])) return null;
    // Of two errors the one that does more is named: a factor, not a small number in a logarithm.
    const [named, also] = alsoEffect > MORE * effect ? [trial.also, trial.named] : [trial.named, trial.also];
    return { named, also, defaults, unreadForms: forms, trial, compared, effect };
  }

  /** What the defaults of options are, if a trial agrees wherever these are given. */
  private defaults(trial: Trial, options: readonly Option[], forms: readonly UnreadForm[]): OtherDefault[] {
    const read = this.answers.filter(({ item }) => forms.every(({ holds }) => !holds(item.args)));
    const found = options.map((option): OtherDefault => {
      const all = read.filter(({ item }) => isOf({ option }, item.args));
      if (all.every(failsVisibly)) return { option, value: { kind: 'missing' } };
      const others = options.filter((other) => other !== option);
      const absent = all.filter(({ item }) => others.every((other) => !isOf({ option: other }, item.args)));
      if (absent.length === 0) return { option, value: { kind: 'unknown' } };
      const explains = (value: Value): boolean => this.agrees(trial, absent, [{ option, when: 'absent', value }]);
      // No number but 0 explains an error or NaN where the formula has a value: a thousand others need not be tried.
      const mayBeAny = this.agrees(trial, absent.filter(failsVisibly), []);
      const usual = plausibleValues(option).filter((value) => (mayBeAny || value === 0) && explains(value));
      const [value, another] = usual.length > 0 || !mayBeAny ? usual : unusualValues(option).filter(explains);
      if (value === undefined) return { option, value: { kind: 'unknown' } };
      // Where several would do, as for a threshold between two drives, none is claimed.
      return { option, value: another === undefined ? { kind: 'known', value } : { kind: 'several' } };
    });
    // Together they must explain the cases in which several are absent.
    const changes = knownDefaults(found);
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

  /** What was found, with only those values of which no other explains the same. */
  toldApart({ named, also, defaults, unreadForms: forms, trial }: Found): Explanation {
    const { changes, guard, isFloat32: rounded } = trial;
    const read = this.answers.filter(({ item }) => forms.every(({ holds }) => !holds(item.args)));
    const unread = changes.map(({ option, value }): Unread => {
      if (value === undefined) return { option, value: { kind: 'default' } };
      const rest = changes.filter((change) => change.option !== option);
      const isAnother = (other: Value): boolean =>
        other !== value &&
        this.agrees({ ...trial, changes: [...rest, { option, when: 'always', value: other }] }, read, []);
      return { option, value: plausibleValues(option).some(isAnother) ? { kind: 'some' } : { kind: 'other', value } };
    });
    const isOther = ({ epsilon }: Guard): boolean =>
      guard !== null && (epsilon > 4 * guard.epsilon || 4 * epsilon < guard.epsilon);
    const others = GUARDS.filter((other) => isOther(other) && this.agrees({ ...trial, guard: other }, read, []));
    const all = [...changes, ...knownDefaults(defaults)];
    return {
      named,
      also,
      form: (args) => trial.form(changed(args, all)),
      unread,
      defaults,
      unreadForms: forms,
      guard: others.length > 0 ? 'some' : guard,
      isFloat32: rounded,
    };
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

function knownDefaults(defaults: readonly OtherDefault[]): Change[] {
  return defaults.flatMap(({ option, value }): Change[] =>
    value.kind === 'known' ? [{ option, when: 'absent', value: value.value }] : [],
  );
}

/** A default that no value explains, explains less. */
function unknowns({ defaults }: Omit<Found, 'errors'>): number {
  return defaults.filter(({ value }) => value.kind === 'unknown').length / 2;
}
