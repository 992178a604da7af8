import type { Misconception, WrongForm } from '../entry/entry.ts';
import { nth } from '../values/nth.ts';
import type { Vector } from '../values/value.ts';
import type { EarlyStopping } from './early-stopping.ts';

interface State {
  losses: Vector;
  epoch: number;
  best: number;
  /** epochs without a better loss */
  wait: number;
}

/** The epochs of a rule: when a loss is better, when it ends, and what is waited for after a better one. */
function stopping(
  isBetter: (state: State, minDelta: number) => boolean,
  isOver: (wait: number, patience: number) => boolean = (wait, patience) => wait >= patience,
  waitAfter: (wait: number) => number = () => 0,
): WrongForm<EarlyStopping> {
  return (losses, { patience, minDelta }) => {
    let [best, wait] = [0, 0];
    for (let epoch = 1; epoch < losses.length; epoch++) {
      if (isBetter({ losses, epoch, best, wait }, minDelta)) [best, wait] = [epoch, waitAfter(wait)];
      else if (isOver(++wait, patience)) return { stopEpoch: epoch, bestEpoch: best };
    }
    return { stopEpoch: losses.length - 1, bestEpoch: best };
  };
}

const gain = ({ losses, epoch, best }: State): number => nth(losses, best) - nth(losses, epoch);
const better = (state: State, minDelta: number): boolean => gain(state) > minDelta;

export const misconceptions: readonly Misconception<EarlyStopping>[] = [
  {
    id: 'earlyStopping/patience-one-late',
    title: 'one epoch more than patience passes',
    hint: 'Stop when patience epochs have passed since the best one, at that epoch itself: compare with >=, not with >.',
    caughtBy: 'patience 2',
    implementation: stopping(better, (wait, patience) => wait > patience),
    readings: [stopping(better, (wait, patience) => wait > Math.max(1, patience))],
  },
  {
    id: 'earlyStopping/min-delta-ignored',
    title: 'minDelta is left out',
    hint: 'A loss is better only if it is lower than the best one by more than minDelta.',
    caughtBy: 'gains of less than minDelta',
    implementation: stopping((state) => better(state, 0)),
  },
  {
    id: 'earlyStopping/ties-are-better',
    title: 'a loss of exactly best - minDelta counts as better',
    hint: 'A loss must be lower than best - minDelta, not equal to it: compare with <, not with <=.',
    caughtBy: 'equal losses stop when patience is used up',
    implementation: stopping((state, minDelta) => gain(state) >= minDelta),
  },
  {
    id: 'earlyStopping/never-resets',
    title: 'the epochs that were waited are never set back',
    hint: 'Patience counts the epochs since the best one: set the count back to 0 when a loss is better.',
    caughtBy: 'where it stops early, patience has passed since the best',
    implementation: stopping(better, undefined, (wait) => wait),
  },
  {
    id: 'earlyStopping/compares-with-previous',
    title: 'each loss is compared with that of the epoch before',
    hint: 'Compare each loss with the best one so far, and keep that one while the losses are no better.',
    caughtBy: [
      'no loss up to there is better than the best',
      'where it stops early, patience has passed since the best',
    ],
    implementation: stopping(({ losses, epoch }, minDelta) => nth(losses, epoch) < nth(losses, epoch - 1) - minDelta),
    readings: [
      // the best one is kept apart, with minDelta and without
      (losses, { patience, minDelta }) => previousWithBest(losses, patience, minDelta, minDelta),
      (losses, { patience, minDelta }) => previousWithBest(losses, patience, minDelta, 0),
    ],
  },
];

function previousWithBest(
  losses: Vector,
  patience: number,
  minDelta: number,
  margin: number,
): { stopEpoch: number; bestEpoch: number } {
  let [best, wait] = [0, 0];
  for (let epoch = 1; epoch < losses.length; epoch++) {
    if (nth(losses, epoch) < nth(losses, best) - margin) best = epoch;
    wait = nth(losses, epoch) < nth(losses, epoch - 1) - minDelta ? 0 : wait + 1;
    if (wait > 0 && wait >= patience) return { stopEpoch: epoch, bestEpoch: best };
  }
  return { stopEpoch: losses.length - 1, bestEpoch: best };
}
