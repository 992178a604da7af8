import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startBackend } from '../../accelerated/backends.ts';
import { eventFileName } from '../../accelerated/training/shared/event-file.ts';
import { trainingEvents } from '../../accelerated/training/shared/training-events.ts';
import { trainingRun as accelerated } from '../../accelerated/training/training-run.ts';
import { flat, type NdArray, tensor, vector } from '../../reference/ndarray.ts';
import type { MlpLayer } from '../../reference/perceptron/mlp-forward.ts';
import { trainingRun as reference, type TrainingRun } from '../../reference/training/training-run.ts';
import { toolCommand } from '../command-line/tool-command.ts';

// `npx tsx tools/tensorboard/write-training-run.ts FOLDER`: trains a small network on points inside and outside of a circle, by the
// reference and by tfjs on cpu, and writes an event file of each for `tensorboard --logdir FOLDER`, beside what it holds
// as JSON. tools/tensorboard/check.py reads them with TensorBoard's own reader.

const [folder] = toolCommand(
  'npx tsx tools/tensorboard/write-training-run.ts',
  'Trains a small network by the reference and by tfjs on cpu, and writes an event file of each for TensorBoard, beside ' +
    'expected.json. Takes seconds.',
)
  .argument('<folder>', 'where reference/ and tfjs-cpu/ are written; `tensorboard --logdir FOLDER` shows them')
  .parse().args;

const SAMPLES = 48;
const EPOCHS = 25;
const draw = generator(1);
const drawn = (shape: number[], scale: number): NdArray =>
  tensor(
    shape,
    Array.from({ length: shape.reduce((a, b) => a * b) }, () => Math.fround(scale * (2 * draw() - 1))),
  );

const x = drawn([SAMPLES, 2], 1.5);
const t = vector(Array.from({ length: SAMPLES }, (_, n) => (Math.hypot(x.get(n, 0), x.get(n, 1)) < 1 ? 1 : 0)));
const layers: MlpLayer[] = [
  { w: drawn([2, 8], 1), b: drawn([8], 1), activation: 'tanh' },
  { w: drawn([8, 2], 1), b: drawn([2], 1), activation: 'identity' },
];
const random = Array.from({ length: EPOCHS }, () => vector(Array.from({ length: SAMPLES - 1 }, draw)));
const options = { learningRate: 0.5, batchSize: 10 };

await startBackend('cpu');
write('reference', reference(x, t, layers, random, options));
write('tfjs-cpu', await accelerated(x, t, layers, random, options));

function write(name: string, run: TrainingRun): void {
  const path = join(folder as string, name);
  const wallTime = Date.now() / 1000;
  mkdirSync(path, { recursive: true });
  writeFileSync(join(path, eventFileName(wallTime)), trainingEvents(run, wallTime));
  const curves = { epoch_loss: [...flat(run.loss)], epoch_accuracy: [...flat(run.accuracy)] };
  writeFileSync(join(path, 'expected.json'), `${JSON.stringify(curves)}\n`);
  console.log(
    `${path}: loss ${curves.epoch_loss.at(-1)}, accuracy ${curves.epoch_accuracy.at(-1)} after ${EPOCHS} epochs`,
  );
}

/** Numbers of 0 to below 1 with 24 bits, the same on every run: Marsaglia's xorshift. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 8) / 2 ** 24;
  };
}
