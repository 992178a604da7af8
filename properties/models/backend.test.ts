import { describe, expect, test } from 'vitest';
import type { BackendName } from '../../accelerated/backend-names.ts';
import { startBackend } from '../../accelerated/backends.ts';
import { formatOf } from '../rounding/backend-format.ts';
import { recordsOf, scalarOf } from '../training/shared/event-reader-fixture.ts';
import { nth } from '../values/nth.ts';
import { learners } from './models.ts';
import { disagreement } from './shared/disagreement.ts';
import { lossEvents } from './shared/loss-events.ts';
import { once } from './shared/once.ts';
import { trainedByHand } from './shared/training.ts';
import { boundOfTraining } from './shared/training-bound.ts';
import { trainedOnDevice } from './shared/training-on-device.ts';

// The models that learn on one tfjs backend, against the reference. vitest.config.ts runs this file once per backend; the
// suite of formulas says of each backend whether it starts.

const name = process.env['BACKPROOF_BACKEND'] as BackendName;
const started = await startBackend(name).catch(() => null);

for (const { model, onDevice } of learners) {
  describe.skipIf(started === null)(`${model.name} on ${name}`, async () => {
    const { loss, faults } = await onDevice();
    const training = once(() => trainedByHand(model));
    const bound = once(() => boundOfTraining(model, training(), formatOf(name)));
    const onBackend = once(() => trainedOnDevice(model, loss));
    const short = { ...model, steps: 6 };
    const shortBound = once(() => boundOfTraining(short, trainedByHand(short), formatOf(name)));

    test('the training is that of the reference, step by step', async () => {
      expect(disagreement(training(), await onBackend(), bound())).toBeNull();
    });

    for (const [fault, wrong] of Object.entries(faults)) {
      test(`an error is seen: ${fault}`, async () => {
        const right = trainedByHand(short);
        expect(disagreement(right, await trainedOnDevice(short, wrong), shortBound())).not.toBeNull();
      });
    }

    test('the event files of both hold the same curve', async () => {
      const curve = (file: Uint8Array): number[] =>
        recordsOf(file)
          .slice(1)
          .map((event) => scalarOf(event).value);
      const [here, there] = [lossEvents(training(), 1), lossEvents(await onBackend(), 2)].map(curve);
      expect(here).toHaveLength(model.steps);
      for (const [step, value] of (here ?? []).entries()) {
        const rounding = 2 ** -23 * Math.abs(value);
        expect(Math.abs(value - nth(there ?? [], step))).toBeLessThanOrEqual(nth(bound().losses, step) + rounding);
      }
    });
  });
}
