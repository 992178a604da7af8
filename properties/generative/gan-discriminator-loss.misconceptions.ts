import type { CompleteForm, Misconception } from '../entry/entry.ts';
import type { Vector } from '../values/value.ts';
import type { GanDiscriminatorLoss } from './gan-discriminator-loss.ts';
import { mean } from './shared/gan-inputs.ts';
import { type Costs, GUARDED, inOneTerm, LOST, right, SLIGHTLY_GUARDED } from './shared/gan-mistakes.ts';

type Form = CompleteForm<GanDiscriminatorLoss>;

const ofReal = (real: Vector): number => mean(real.map(right.asReal));
const ofFake = (fake: Vector): number => mean(fake.map(right.asFake));
const sum = (xs: Vector): number => xs.reduce((a, b) => a + b, 0);

/** The two means with other costs of a logit. */
const by =
  ({ asReal, asFake }: Costs): Form =>
  (real, fake) =>
    mean(real.map(asReal)) + mean(fake.map(asFake));

export const misconceptions: readonly Misconception<GanDiscriminatorLoss>[] = [
  {
    id: 'ganDiscriminatorLoss/labels-swapped',
    title: 'real samples should be taken for fake and fake ones for real',
    hint: 'The discriminator is to say 1 to real samples and 0 to fake ones: -log s(real), and -log(1 - s(fake)).',
    caughtBy: 'with the labels exchanged it costs the mean real logit more and the mean fake one less',
    rearranges: (real, fake) => [fake, real],
    implementation: (real, fake) => mean(real.map(right.asFake)) + mean(fake.map(right.asReal)),
  },
  {
    id: 'ganDiscriminatorLoss/halved',
    title: 'half of the sum of the two means',
    hint: 'Add the mean over the real samples and the mean over the fake ones: the sum is not divided by 2, nor by the number of all samples.',
    caughtBy: 'logits 0',
    rearrangesResult: (loss) => loss / 2,
    implementation: (real, fake) => (ofReal(real) + ofFake(fake)) / 2,
    // one mean over all samples
    readings: [
      (real, fake) => (sum(real.map(right.asReal)) + sum(fake.map(right.asFake))) / (real.length + fake.length),
    ],
  },
  {
    id: 'ganDiscriminatorLoss/real-only',
    title: 'only what the real samples cost',
    hint: 'Fake samples that are taken for real cost something too: add the mean of -log(1 - s(fake)).',
    caughtBy: 'logits 0',
    implementation: (real) => ofReal(real),
  },
  {
    id: 'ganDiscriminatorLoss/fake-only',
    title: 'only what the fake samples cost',
    hint: 'Real samples that are taken for fake cost something too: add the mean of -log s(real).',
    caughtBy: 'logits 0',
    implementation: (_, fake) => ofFake(fake),
  },
  {
    id: 'ganDiscriminatorLoss/sign-flipped',
    title: 'without the minus sign',
    hint: 'The logarithm of a probability is never positive: both means need a minus sign, so that the loss is never negative.',
    caughtBy: 'logits 0',
    rearrangesResult: (loss) => -loss,
    implementation: (real, fake) => -ofReal(real) - ofFake(fake),
    // one of the two means
    readings: [(real, fake) => ofReal(real) - ofFake(fake), (real, fake) => ofFake(fake) - ofReal(real)],
  },
  {
    id: 'ganDiscriminatorLoss/summed',
    title: 'summed over the samples instead of averaged',
    hint: 'Take the mean over the real samples and the mean over the fake ones, then add the two.',
    caughtBy: 'two real ones, one of them mistaken',
    clearOn: (real, fake) => real.length > 1 && fake.length > 1,
    implementation: (real, fake) => sum(real.map(right.asReal)) + sum(fake.map(right.asFake)),
  },
  {
    id: 'ganDiscriminatorLoss/sigmoid-then-log',
    title: 'the logarithm of a sigmoid that has become 0 or 1',
    hint: 'e^1000 is Infinity and s(40) is exactly 1: write -log s(z) as max(-z, 0) + log(1 + e^-|z|), and -log(1 - s(z)) as max(z, 0) + log(1 + e^-|z|).',
    caughtBy: 'logits of a thousand, mistaken',
    verdict: 'unstable',
    implementation: by(LOST[0]),
    readings: [...LOST.slice(1), ...LOST.flatMap(inOneTerm)].map(by),
  },
  {
    id: 'ganDiscriminatorLoss/epsilon-in-logarithm',
    title: 'a small number keeps the logarithm from -Infinity',
    hint: 'Leave the small number out: write -log s(z) as max(-z, 0) + log(1 + e^-|z|), which is finite for every logit.',
    caughtBy: 'mistaken',
    isDeviation: true,
    implementation: by(GUARDED[0]),
    readings: GUARDED.slice(1).map(by),
    unstableReadings: SLIGHTLY_GUARDED.map(by),
  },
];
