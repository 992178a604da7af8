import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { eventFileName } from '../../accelerated/training/shared/event-file.ts';
import { flat, map, type NdArray } from '../../reference/ndarray.ts';
import { Rounding } from '../rounding/rounding.ts';
import { recordsOf, scalarOf } from '../training/shared/event-reader-fixture.ts';
import { float64 } from '../values/format.ts';
import { nth } from '../values/nth.ts';
import { learners } from './models.ts';
import { disagreement } from './shared/disagreement.ts';
import { flatWeights, restoredWeights, roundedWeights } from './shared/flat-weights.ts';
import { lossEvents } from './shared/loss-events.ts';
import type { Model } from './shared/model.ts';
import { once } from './shared/once.ts';
import { trainedByHand } from './shared/training.ts';
import { boundOfTraining } from './shared/training-bound.ts';

// What backend.test.ts compares the devices with: the trainings of the reference.

/** The same model whose gradient by some weights is another one. */
function withGradient(model: Model, name: string, wrong: (gradient: NdArray) => NdArray): Model {
  return {
    ...model,
    byHand: (weights, step) => {
      const { loss, gradient } = model.byHand(weights, step);
      return { loss, gradient: { ...gradient, [name]: wrong(gradient[name] as NdArray) } };
    },
  };
}

for (const { model, falls } of learners) {
  describe(model.name, () => {
    const training = once(() => trainedByHand(model));

    test('its loss falls', () => {
      const { losses } = training();
      const [first, last] = [nth(losses, 0), losses.slice(-5)];
      expect(last.reduce((sum, loss) => sum + loss, 0) / 5).toBeLessThan(falls * first);
    });

    test('its weights before the first step are numbers of float32', () => {
      for (const x of flat(flatWeights(model.weights))) expect(Math.fround(x)).toBe(x);
    });

    test('its loss and its gradient by hand are those of the running-error form, in the first and in the last step', () => {
      for (const step of [0, model.steps - 1]) {
        const { theta } = nth(training().states, step);
        const { loss, gradient } = model.byHand(restoredWeights(model.weights, theta), step);
        const r = new Rounding(float64);
        const leaves = [...flat(theta)].map((x) => r.exact(x));
        const form = model.rounded(r, roundedWeights(model.weights, leaves), step);
        expect(Math.abs(loss - form.value)).toBeLessThanOrEqual(2 * form.error);
        const byForm = r.gradient([form], [1], leaves);
        for (const [i, slope] of flat(flatWeights(gradient)).entries()) {
          const { value, error } = nth(byForm, i);
          expect(Math.abs(slope - value), `weight ${i} in step ${step}`).toBeLessThanOrEqual(4 * error);
        }
      }
    });

    test('an error in the gradient by any of its weights breaks the training', () => {
      const short = { ...model, steps: 6 };
      const right = trainedByHand(short);
      const bound = boundOfTraining(short, right, float64);
      for (const name of Object.keys(model.weights).filter((known) => !model.idle?.includes(known))) {
        const turned = trainedByHand(withGradient(short, name, (g) => map(g, (x) => -x)));
        expect(disagreement(right, turned, bound), `${name} with the other sign`).not.toBeNull();
        const still = trainedByHand(withGradient(short, name, (g) => map(g, () => 0)));
        expect(disagreement(right, still, bound), `${name} never moved`).not.toBeNull();
      }
    });

    test('the gradient by what is idle is 0', () => {
      const { gradient } = model.byHand(model.weights, 0);
      for (const name of model.idle ?? []) {
        for (const slope of flat(gradient[name] as NdArray)) expect(Math.abs(slope)).toBeLessThan(2 ** -50);
      }
    });

    test('its event file holds the loss of each step', () => {
      const folder = mkdtempSync(join(tmpdir(), 'backproof-events-'));
      try {
        writeFileSync(join(folder, eventFileName(5)), lossEvents(training(), 5));
        const [name = ''] = readdirSync(folder);
        const [, ...events] = recordsOf(readFileSync(join(folder, name)));
        expect(events.map(scalarOf)).toEqual(
          training().losses.map((loss, step) => ({ tag: 'loss', step, value: Math.fround(loss), wallTime: 5 })),
        );
      } finally {
        rmSync(folder, { recursive: true });
      }
    });
  });
}
