import type { LocatedExercise } from '../../exercises/exercises.ts';
import type { Value } from '../../properties/values/value.ts';
import { difference, type Student } from '../judge/answers.ts';
import type { JudgedCase } from '../oracle/oracle.ts';

/**
 * Another way to call a function, as the student may have meant it: the result as the exercise wants it. Null if a case has
 * nothing to change, undefined if no value comes of it.
 */
export type Variant = (call: Call, args: readonly Value[]) => Value | null;
export type Call = (args: readonly Value[]) => Value;

/** What came of a variant: how many wrong answers it puts right, and how many right ones it spoils. */
export interface Effect {
  righted: number;
  spoilt: number;
  /** wrong answers that stay wrong */
  left: number;
}

/** Wrong and right answers that are looked at: enough to rule out accidents, few enough to cost little. */
const MOST_WRONG = 16;
const MOST_RIGHT = 8;
/** Ticks that all calls together may use, as a multiple of what one may: a count, so that the result is the same everywhere. */
const MOST_WORTH = 2;
/** Fewer answers put right may be an accident. */
export const FEWEST = 3;

/** Calls a submission in other ways, to see whether it is right in one of them. It is called, never judged. */
export class Probe {
  /** the cases that it was called with, the wrong ones first: a variant that puts none right is dropped early */
  readonly cases: readonly JudgedCase[];
  readonly #student: Student;
  readonly #name: string;
  readonly #wrong: ReadonlySet<JudgedCase>;
  readonly #before = new Map<JudgedCase, string>();

  /**
   * @param student a fresh sandbox: odd arguments must not reach the one that is judged
   * @param cases of which it takes some that it answers wrong, and some that it answers right
   */
  constructor({ name }: LocatedExercise, student: Student, cases: readonly JudgedCase[]) {
    this.#student = student;
    this.#name = name;
    const [wrong, right]: [JudgedCase[], JudgedCase[]] = [[], []];
    for (const item of cases) {
      if (item.disputed || (wrong.length >= MOST_WRONG && right.length >= MOST_RIGHT)) continue;
      const value = this.#call(item.args);
      this.#before.set(item, JSON.stringify(value));
      (this.#isRight(item, value) ? right : wrong).push(item);
    }
    this.#wrong = new Set(wrong.slice(0, MOST_WRONG));
    this.cases = [...this.#wrong, ...right.slice(0, MOST_RIGHT)];
  }

  /** On how many of its cases it is wrong. */
  get wrong(): number {
    return this.#wrong.size;
  }

  /** Calls it once more as it is, on some cases: whether an answer differs from the one before. */
  isFickle(): boolean {
    return this.cases.some((item) => JSON.stringify(this.#call(item.args)) !== this.#before.get(item));
  }

  /** Whether it is right on all cases that this changes, and they are all that it was wrong on: a few may do. */
  isRightedWhereGiven(variant: Variant): boolean {
    return this.isRighted(variant, Math.min(FEWEST, this.#wrong.size));
  }

  /** Whether everything is right in this way, and enough was wrong before. */
  isRighted(variant: Variant, fewest = FEWEST): boolean {
    let righted = 0;
    for (const item of this.cases) {
      const answer = variant(this.#call, item.args);
      if (answer === null) {
        if (this.#wrong.has(item)) return false;
        continue;
      }
      if (!this.#isRight(item, answer)) return false;
      if (this.#wrong.has(item)) righted += 1;
    }
    return righted >= fewest;
  }

  /** Whether this puts enough wrong answers right, a third of those it changes, and spoils none: another fault may be left. */
  isBetter(variant: Variant, fewest: number): boolean {
    const { righted, spoilt, left } = this.effectOf(variant);
    return spoilt === 0 && righted >= fewest && 2 * righted >= left;
  }

  effectOf(variant: Variant): Effect {
    const effect: Effect = { righted: 0, spoilt: 0, left: 0 };
    for (const item of this.cases) {
      const answer = variant(this.#call, item.args);
      if (answer === null) continue;
      const isRight = this.#isRight(item, answer);
      if (this.#wrong.has(item)) effect[isRight ? 'righted' : 'left'] += 1;
      else if (!isRight) effect.spoilt += 1;
    }
    return effect;
  }

  /** Whether some answer differs between two variants, or could not be asked for any more. */
  differ(a: Variant, b: Variant): boolean {
    return this.cases.some(({ args }) => {
      const [one, other] = [a(this.#call, args), b(this.#call, args)];
      return this.#isSpent || JSON.stringify(one) !== JSON.stringify(other);
    });
  }

  get #isSpent(): boolean {
    return this.#student.ticks > MOST_WORTH * this.#student.maxTicks;
  }

  /** Undefined if no value came, or if the calls have used up what they may. */
  readonly #call: Call = (args) => {
    if (this.#isSpent) return undefined;
    const outcome = this.#student.call(this.#name, args);
    return outcome.kind === 'value' ? outcome.value : undefined;
  };

  #isRight({ expected, allowed }: JudgedCase, value: Value): boolean {
    return value !== undefined && difference(value, expected, allowed, '') === null;
  }
}
