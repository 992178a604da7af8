import { eventFile } from '../../../accelerated/training/shared/event-file.ts';
import type { Training } from './training.ts';

/** The TensorBoard event file of a training: its loss before each step. */
export function lossEvents({ losses }: Training, wallTime: number): Uint8Array {
  return eventFile(losses.map((value, step) => ({ tag: 'loss', step, value, wallTime })));
}
