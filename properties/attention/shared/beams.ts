import { nth } from '../../values/nth.ts';
import type { Matrix } from '../../values/value.ts';

/** A sequence of tokens and its score. */
export interface Hypothesis {
  tokens: readonly number[];
  score: number;
}

/** What one step of a search kept and what it dropped, each from the best to the worst. */
export interface Step {
  kept: readonly Hypothesis[];
  dropped: readonly Hypothesis[];
}

/** Every step of a beam search. */
export function stepsOf(model: Matrix, start: number, end: number, maxLength: number, width: number): Step[] {
  const steps: Step[] = [];
  let beam: readonly Hypothesis[] = [{ tokens: [], score: 0 }];
  while (steps.length < maxLength && beam.some(({ tokens }) => tokens.at(-1) !== end)) {
    const all = beam.flatMap(({ tokens, score }) =>
      tokens.at(-1) === end
        ? [{ tokens, score }]
        : nth(model, tokens.at(-1) ?? start).map((logP, v) => ({ tokens: [...tokens, v], score: score + logP })),
    );
    const ranked = all
      .map((hypothesis, i) => ({ hypothesis, i }))
      .sort((a, b) => b.hypothesis.score - a.hypothesis.score || a.i - b.i)
      .map(({ hypothesis }) => hypothesis);
    beam = ranked.slice(0, width);
    steps.push({ kept: beam, dropped: ranked.slice(width) });
  }
  return steps;
}

/** Scores nearer to each other than this may come in another order, by another order of summation. */
const CLEAR = 2e-6;

/** Whether no step has a tie between what it kept and what it dropped, and the last one none for the best. */
export function isClear(steps: readonly Step[]): boolean {
  const isApart = (a?: Hypothesis, b?: Hypothesis): boolean => !a || !b || a.score - b.score > CLEAR;
  const last = nth(steps, steps.length - 1).kept;
  return isApart(last[0], last[1]) && steps.every(({ kept, dropped }) => isApart(kept.at(-1), dropped[0]));
}
