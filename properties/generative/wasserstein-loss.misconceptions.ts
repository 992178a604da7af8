import type { Misconception } from '../entry/entry.ts';
import type { Vector } from '../values/value.ts';
import { mean, softplus } from './shared/gan-inputs.ts';
import type { WassersteinLoss } from './wasserstein-loss.ts';

const sum = (xs: Vector): number => xs.reduce((a, b) => a + b, 0);

export const misconceptions: readonly Misconception<WassersteinLoss>[] = [
  {
    id: 'wassersteinLoss/sign-flipped',
    title: 'the mean of the real scores less that of the fake ones',
    hint: 'The critic minimises its loss, so high scores of real samples lower it: mean(fake) - mean(real).',
    caughtBy: 'two real ones and a fake one',
    rearranges: (real, fake) => [fake, real],
    implementation: (real, fake) => mean(real) - mean(fake),
  },
  {
    id: 'wassersteinLoss/summed',
    title: 'summed over the samples instead of averaged',
    hint: 'Take the mean over the fake scores and the mean over the real ones, then the difference.',
    caughtBy: 'two real ones and a fake one',
    clearOn: (real, fake) => real.length > 1 && fake.length > 1,
    implementation: (real, fake) => sum(fake) - sum(real),
  },
  {
    id: 'wassersteinLoss/generator-part',
    title: "the generator's loss",
    hint: 'Minus the mean of the fake scores is what the generator pays; the critic pays the mean of the fake scores less the mean of the real ones.',
    caughtBy: 'two real ones and a fake one',
    implementation: (_, fake) => -mean(fake),
    // the part of the critic's loss that has the fake scores
    readings: [(_, fake) => mean(fake)],
  },
  {
    id: 'wassersteinLoss/absolute',
    title: 'the distance of the two means',
    hint: 'Leave the absolute value out: a critic that scores fake samples lower is to be rewarded, by a loss below 0.',
    caughtBy: 'two real ones and a fake one',
    implementation: (real, fake) => Math.abs(mean(fake) - mean(real)),
  },
  {
    id: 'wassersteinLoss/through-the-sigmoid',
    title: 'the loss of a discriminator, from logits',
    hint: 'A critic gives scores, not logits of probabilities: there is neither a sigmoid nor a logarithm in its loss.',
    caughtBy: 'a number added to every score changes nothing',
    implementation: (real, fake) => mean(real.map((z) => softplus(-z))) + mean(fake.map(softplus)),
  },
];
