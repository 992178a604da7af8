import type { LocatedExercise } from '../../exercises/exercises.ts';
import type { Form } from '../../properties/entry/forms.ts';
import { boundOf } from '../../properties/entry/subject.ts';
import { float32 } from '../../properties/values/format.ts';
import { mapNumbers, numbersOf } from '../../properties/values/tree.ts';
import { isRecord, type Tree, type Value } from '../../properties/values/value.ts';
import type { JudgedCase } from '../oracle/oracle.ts';
import { derivedBounds, toleranceOf } from '../oracle/tolerance.ts';
import { type Answer, difference } from './answers.ts';
import { withGuard } from './guarded-logarithm.ts';
import { type Change, changed, given } from './option.ts';
import { argumentsOf, type Trial } from './trial.ts';
import { failsVisibly } from './unread-form.ts';

const LARGEST_ROUNDING = 2 ** -20;

/** Whether the answers are what a trial predicts, case by case, each computed when it is asked for. */
export class Agreement {
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

  /** On how many cases the trial can be computed, and on how many of them, and by how much, what is named makes a difference. */
  evidence(): { compared: number; differing: number; effect: number; alsoEffect: number } {
    const { named, also, alone, without } = this.trial;
    const compared = this.answers.filter((answer, i) => this.at(answer, i) !== 'skipped');
    const effects = compared.map(({ item }) => this.effect(item, named === null ? null : without));
    const others = also === null ? [] : compared.map(({ item }) => this.effect(item, alone));
    return {
      compared: compared.length,
      differing: effects.filter((effect) => effect > 0).length,
      effect: average(effects),
      alsoEffect: average(others),
    };
  }

  /** How far the trial is from another formula in its place, or from the right value, as a share; 0 within the tolerance. */
  private effect(item: JudgedCase, form: Form | null): number {
    const other = form === null ? item.expected : predicted(this.located, { ...this.trial, form }, item);
    const value = this.predict(item);
    if (other === undefined) return 0;
    return this.mismatch(value, other, item) === null ? 0 : distance(value, other);
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

/** Whether an option that is not read is given: what then ends in an error or NaN, as the logarithm of a logit, tells nothing. */
function isBiting({ option, when }: Change, args: readonly Value[]): boolean {
  const value = given(args, option);
  return when === 'always' && value !== undefined && JSON.stringify(value) !== JSON.stringify(option.default);
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
export function predicted(located: LocatedExercise, trial: Trial, item: JudgedCase): Value {
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
  // Not a copy of them, which would take as long as all the rest: no form changes its arguments.
  const args = argumentsOf(entry, guard, changed(item.args, changes));
  try {
    return guard === null ? form(args) : withGuard(guard, () => form(args));
  } catch {
    // Arguments that the changed options make illegal.
    return undefined;
  }
}

/** Below this size everything is about zero: -1e-12 for 0 is not a large error. */
const LEAST_SIZE = 1e-3;

/** How far apart two values that differ are, as a share of the larger one: 1 if their shapes differ. */
function distance(a: Value, b: Value): number {
  const [x, y] = [numbersOf(a), numbersOf(b)];
  if (x.length !== y.length) return 1;
  const shares = x.map((xi, i) => {
    const yi = y[i] as number;
    const most = Math.max(Math.abs(xi), Math.abs(yi), LEAST_SIZE);
    return xi === yi ? 0 : Number.isFinite(most) ? Math.min(1, Math.abs(xi - yi) / most) : 1;
  });
  return Math.max(Number.MIN_VALUE, ...shares);
}

function average(xs: readonly number[]): number {
  return xs.reduce((a, b) => a + b, 0) / Math.max(xs.length, 1);
}

/** Whether all numbers of a value are float32. */
export function isFloat32(value: Value): boolean {
  return numbersOf(value).every((x) => Number.isNaN(x) || Math.fround(x) === x);
}
