import { flat } from '../../../reference/ndarray.ts';
import type { TrainingRun } from '../../../reference/training/training-run.ts';
import { eventFile } from './event-file.ts';

/**
 * The TensorBoard event file of a training run: its loss and accuracy by epoch, under the names that Keras gives them.
 * `wallTime` is in seconds since 1970.
 */
export function trainingEvents(run: Pick<TrainingRun, 'loss' | 'accuracy'>, wallTime: number): Uint8Array {
  const accuracies = flat(run.accuracy);
  return eventFile(
    [...flat(run.loss)].flatMap((loss, step) => [
      { tag: 'epoch_loss', step, value: loss, wallTime },
      { tag: 'epoch_accuracy', step, value: accuracies[step] as number, wallTime },
    ]),
  );
}
