import type fc from 'fast-check';
import { expectClose, type Law, law } from '../../entry/law.ts';
import { nth } from '../../values/nth.ts';
import type { Sequence, Value } from '../../values/value.ts';

type SequenceFormula = (x: Sequence, ...others: any[]) => Sequence;

/** The law that a state knows the inputs up to its own step alone. */
export function pastAlone<F extends SequenceFormula>(
  runs: fc.Arbitrary<Parameters<F>>,
  /** what the other arguments are for the first t steps, if they have steps too */
  begun: (others: Value[], t: number) => Value[] = (others) => others,
): Law<F> {
  return law<F, Parameters<F>>('later inputs do not change earlier states', runs, async (f, ...args) => {
    const [x, ...others] = args as [Sequence, ...Value[]];
    const call = (sequence: Sequence, rest: Value[]): Parameters<F> => [sequence, ...rest] as Parameters<F>;
    const whole = (await f(...args)) as Sequence;
    for (let t = 1; t <= nth(x, 0).length; t++) {
      const first = (sequence: Sequence): Sequence => sequence.map((steps) => steps.slice(0, t));
      const shorter = call(first(x), begun(others, t));
      const allowed = f.allowed(...shorter);
      expectClose(await f(...shorter), first(whole), allowed, allowed);
    }
  });
}
