import type fc from 'fast-check';
import type { Complete, Completed } from '../parameters/completed.ts';
import type { Illegal } from '../parameters/implied-illegal.ts';
import type { Fields, Parameter } from '../parameters/parameter.ts';
import type { Lifted, Rounded, Rounding } from '../rounding/rounding.ts';
import type { Tree, Value } from '../values/value.ts';
import type { Law } from './law.ts';

/** A formula as the contract gives it: plain values in, a plain value out. */
export type Formula = (...args: any[]) => Value;

/** A formula over complete arguments, with every default filled in. */
export type CompleteForm<F extends Formula> = (...args: Completed<Parameters<F>>) => ReturnType<F>;

/** Complete arguments with a rounded number in the place of each number. */
type LiftedArguments<A extends readonly unknown[]> = { [K in keyof A]-?: Lifted<Complete<A[K]>> };

/** A wrong formula over complete arguments. */
export type WrongForm<F extends Formula = Formula> = (...args: Completed<Parameters<F>>) => ReturnType<F> | undefined;

/** A wrong formula that people really write. */
export interface Misconception<F extends Formula = Formula> {
  /** `softmax/over-batch` */
  id: string;
  /** what it computes, in a few words */
  title: string;
  /** what to tell a student who computes it */
  hint: string;
  /** the law, worked value or edge that refutes it, by name; of several, one refutes each reading */
  caughtBy: string | readonly string[];
  /** 'unstable' where it is right on mild input and fails on extreme input only; default 'wrong' */
  verdict?: 'wrong' | 'unstable';
  /** an unstable one whose error is rounding noise, which depends on the order of summation: only its presence counts */
  cancels?: boolean;
  /** takes every argument, defaults filled in; undefined where it cannot be computed (transposed weights that are not square) */
  implementation: WrongForm<F>;
  /** its fault is a default of its own: it takes the arguments as they are given */
  ownDefaults?: true;
  /**
   * It keeps something between calls, so no function of the arguments is like it: the forms are what it computes when it is
   * called first, if that is not the right value.
   */
  stateful?: true;
  /** where the fault is seen for what it is, if not on any input: two rows for what is summed over the batch */
  clearOn?: (...args: Parameters<F>) => boolean;
  /** other readings of the same name (swapped arguments, swapped classes) */
  readings?: readonly WrongForm<F>[];
  /**
   * It is the right formula over other arguments: these (swapped, transposed, set to 0), or undefined where there are
   * none. Another misconception of the entry over them is what somebody computes who makes both errors.
   */
  rearranges?: (...args: Completed<Parameters<F>>) => readonly Value[] | undefined;
  /** It is another arrangement of the right result: what it makes of that (negated, transposed). */
  rearrangesResult?(this: void, result: ReturnType<F>, ...args: Completed<Parameters<F>>): ReturnType<F> | undefined;
  /** readings of a wrong one that are right on mild input, as an epsilon of 1e-15 is */
  unstableReadings?: readonly WrongForm<F>[];
  /** it is an everyday deviation, which is looked for beside other errors: it is not tried together with them again */
  isDeviation?: true;
}

/** An error or a contradiction in the course notes, with an input on which the printed form fails. */
export interface Erratum<F extends Formula = Formula> {
  where: string;
  printed: string;
  holds: string;
  /** the printed form, where it can be computed, and an input on which it fails */
  variant?: { implementation: (...args: Completed<Parameters<F>>) => ReturnType<F>; fails: Parameters<F> };
}

/** A value that somebody else computed. */
export interface Known<F extends Formula = Formula> {
  name: string;
  /** 'by hand: …', or the page it is printed on */
  origin: string;
  args: Parameters<F>;
  expected: ReturnType<F>;
}

/** One formula and everything known about it. */
export interface Entry<F extends Formula = Formula> {
  id: string;
  lecture: number;
  title: string;
  latex: string;
  /** book section or paper, and the lecture */
  source: readonly string[];
  /** the parameters in their order, each stated once: its kind, its range, its default */
  parameters: Fields;
  /** what it returns */
  result: Parameter;

  reference: (...args: any[]) => unknown;
  /** loads `accelerated/<topic>/<name>.ts`; only when asked for, since TensorFlow.js is large */
  accelerated?: () => Promise<Readonly<Record<string, unknown>>>;
  /**
   * The gradient of sum(upstream * result) by the named parameters, as a record of them:
   * `softmaxGradient(upstream, logits)` in both trees.
   */
  gradient?: {
    /** parameters, or fields of one: `options.gamma` is called `gamma` in the record; strings in them are left out */
    wrt: readonly string[];
    reference: (...args: any[]) => unknown;
    /** inputs at which it is checked, where `inputs` reach points without a derivative; default `inputs` */
    inputs?: fc.Arbitrary<Parameters<F>>;
    /**
     * Edges without a derivative, each with the reason. There the gradient by hand, the form and the devices follow one
     * convention, which differences contradict. An extreme edge is one if even the form contradicts the gradient by
     * hand; there nothing is compared. At every other edge all gradients must agree.
     */
    kinks?: Readonly<Record<string, string>>;
    /**
     * What differences are taken of, where the gradient is by convention that of another formula, as the straight-through
     * estimator's is: a formula around a point, which has the value of the formula itself there.
     */
    surrogate?: (...point: Completed<Parameters<F>>) => CompleteForm<F>;
  };

  /** mild legal input of the contract: sizes of about 1e-3 to 10, rounded to float32 */
  inputs: fc.Arbitrary<Parameters<F>>;
  /** legal input at the ends of the range, as the contract's row names it */
  extreme?: fc.Arbitrary<Parameters<F>>;
  /** input that the catalogue names and the contract does not: further options, other ranks */
  extended?: fc.Arbitrary<any[]>;
  /** hand-picked mild input, by name: ties, zeros, batch 1, empty-but-legal */
  edges: Readonly<Record<string, Parameters<F>>>;
  extremeEdges?: Readonly<Record<string, Parameters<F>>>;
  /** input that must be refused, beside what follows from the parameters alone: shapes that do not fit each other */
  illegal: Readonly<Record<string, Illegal>>;
  /** the hard cases, beside those of the options, that the drawn inputs must reach, each with its test; none may be rarer than 2 % */
  hardCases: Readonly<Record<string, (...args: Parameters<F>) => boolean>>;

  worked: readonly Known<F>[];
  laws: readonly Law<F>[];
  misconceptions: readonly Misconception<F>[];
  /**
   * It takes logarithms of probabilities: the same arguments with probabilities in the place of logits. Over these a
   * student's guard against log 0 acts.
   */
  probabilities?: (...args: Completed<Parameters<F>>) => readonly Value[];
  errata?: readonly Erratum<F>[];

  /** the formula over running-error arithmetic: from it follow the allowed errors of the value and of the gradient */
  rounding: (r: Rounding, ...args: LiftedArguments<Parameters<F>>) => Tree<Rounded>;
}
