import { flat, type NdArray, vectorLength } from '../ndarray.ts';
import { expectNotNegative } from '../optimizers/shared/optimizer-arguments.ts';
import { expectInteger, expectOptions } from '../options.ts';

export interface EarlyStoppingOptions {
  /** how many epochs in a row may be no better; 0 is like 1; default 0 */
  patience?: number;
  /** by how much more than this a loss must be lower to be better; at least 0, default 0 */
  minDelta?: number;
}

export interface EarlyStop {
  /** the epoch after which training stops; the last one if it never does */
  stopEpoch: number;
  /** the epoch whose weights are restored */
  bestEpoch: number;
}

/**
 * Early stopping: training ends when the validation loss has not become better for some epochs, and the weights of the best epoch
 * are taken back.
 *
 * $$\text{better:}\ l_e < l_{\text{best}} - \delta, \qquad \text{stop at the first}\ e\ \text{that is not better, with}\ e - \text{best} \ge p$$
 *
 * - $l$ `losses` `[epochs]`: the loss after each epoch, counted from 0; Infinity is never better than another
 * - $p$ `patience`, $\delta$ `minDelta`
 * - the result: `stopEpoch` and `bestEpoch`
 *
 * A loss is compared with the best one, which stays the same while smaller gains pass by: they may add up. As Keras has it.
 *
 * @throws {TypeError} `losses` is not an ndarray, or the options are not an object.
 * @throws {RangeError} `losses` is not a vector, is empty or holds NaN, `patience` is not an integer of at least 0, `minDelta` is not a finite
 * number of at least 0, or an option is unknown.
 * @see Goodfellow, Bengio, Courville (2016), Deep Learning, section 7.8, algorithm 7.1. Lecture 6.
 * @example earlyStopping(vector([3, 1, 2, 2, 0]), { patience: 2 }) // { stopEpoch: 3, bestEpoch: 1 }
 */
export function earlyStopping(losses: NdArray, options: EarlyStoppingOptions = {}): EarlyStop {
  expectOptions(options, ['patience', 'minDelta']);
  const epochs = vectorLength('losses', losses);
  const notNumber = flat(losses).findIndex(Number.isNaN);
  if (notNumber !== -1) throw new RangeError(`losses[${notNumber}]: expected a number, got NaN`);
  const { patience = 0, minDelta = 0 } = options; // equivalent mutant: `patience = 0 + 1` (0 is like 1)
  expectInteger('options.patience', patience, 0);
  expectNotNegative('options.minDelta', minDelta);

  let bestEpoch = 0;
  for (let epoch = 1; epoch < epochs; epoch++) {
    if (losses.get(epoch) < losses.get(bestEpoch) - minDelta) bestEpoch = epoch;
    else if (epoch - bestEpoch >= patience) return { stopEpoch: epoch, bestEpoch };
  }
  return { stopEpoch: epochs - 1, bestEpoch };
}
