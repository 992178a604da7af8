import type { CompleteForm, Misconception } from '../entry/entry.ts';
import type { Vector } from '../values/value.ts';
import type { GanGeneratorLoss } from './gan-generator-loss.ts';
import { mean } from './shared/gan-inputs.ts';
import { type Costs, GUARDED, inOneTerm, LOST, right, SLIGHTLY_GUARDED } from './shared/gan-mistakes.ts';

type Form = CompleteForm<GanGeneratorLoss>;

/** The two forms with other costs of a logit. */
const by =
  ({ asReal, asFake }: Costs): Form =>
  (fake, { saturating }) =>
    saturating ? -mean(fake.map(asFake)) : mean(fake.map(asReal));

const usual = (fake: Vector): number => mean(fake.map(right.asReal));
const saturated = (fake: Vector): number => -mean(fake.map(right.asFake));

export const misconceptions: readonly Misconception<GanGeneratorLoss>[] = [
  {
    id: 'ganGeneratorLoss/saturating-ignored',
    title: 'the option saturating is ignored',
    hint: 'With saturating the loss is the mean of log(1 - s(fake)), without it the mean of -log s(fake): read the option.',
    caughtBy: ['logit 0, saturating', 'logit 0'],
    implementation: (fake) => usual(fake),
    // always saturating
    readings: [(fake) => saturated(fake)],
  },
  {
    id: 'ganGeneratorLoss/saturating-inverted',
    title: 'the two forms have changed places',
    hint: 'The form with log(1 - s(fake)) belongs to saturating: true; without the option it is -log s(fake).',
    caughtBy: 'logit 0',
    rearranges: (fake, { saturating }) => [fake, { saturating: !saturating }],
    implementation: (fake, { saturating }) => (saturating ? usual(fake) : saturated(fake)),
  },
  {
    id: 'ganGeneratorLoss/labels-swapped',
    title: 'the generator wants its samples to be taken for fake',
    hint: 'The generator is to be taken for real: -log s(fake) falls as the logits rise; -log(1 - s(fake)) is the loss of the discriminator.',
    caughtBy: 'a generator that fools more costs less, in both forms',
    rearranges: (fake, o) => [fake.map((z) => -z || 0), o],
    implementation: (fake, { saturating }) =>
      saturating ? -mean(fake.map(right.asReal)) : mean(fake.map(right.asFake)),
    // without the option alone
    readings: [(fake, { saturating }) => (saturating ? saturated(fake) : mean(fake.map(right.asFake)))],
  },
  {
    id: 'ganGeneratorLoss/sign-flipped',
    title: 'with the other sign',
    hint: 'The usual loss is -log s(fake), never negative; the saturating one is log(1 - s(fake)), never positive.',
    caughtBy: ['logit 0', 'logit 0, saturating'],
    rearrangesResult: (loss) => -loss,
    implementation: (fake, { saturating }) => (saturating ? -saturated(fake) : -usual(fake)),
    // one of the two forms
    readings: [
      (fake, { saturating }) => (saturating ? -saturated(fake) : usual(fake)),
      (fake, { saturating }) => (saturating ? saturated(fake) : -usual(fake)),
    ],
  },
  {
    id: 'ganGeneratorLoss/summed',
    title: 'summed over the samples instead of averaged',
    hint: 'Divide by the number of samples: the loss should not double when the samples are repeated.',
    caughtBy: 'the loss of a batch is the mean of the losses of its samples',
    clearOn: (fake) => fake.length > 1,
    rearrangesResult: (loss, fake) => loss * fake.length,
    implementation: (fake, o) => by(right)(fake, o) * fake.length,
  },
  {
    id: 'ganGeneratorLoss/sigmoid-then-log',
    title: 'the logarithm of a sigmoid that has become 0 or 1',
    hint: 'e^1000 is Infinity and s(40) is exactly 1: write -log s(z) as max(-z, 0) + log(1 + e^-|z|), and log(1 - s(z)) as -max(z, 0) - log(1 + e^-|z|).',
    caughtBy: ['minus a thousand', 'a thousand, saturating'],
    verdict: 'unstable',
    implementation: by(LOST[0]),
    readings: [...LOST.slice(1), ...LOST.flatMap(inOneTerm)].map(by),
  },
  {
    id: 'ganGeneratorLoss/epsilon-in-logarithm',
    title: 'a small number keeps the logarithm from -Infinity',
    hint: 'Leave the small number out: write -log s(z) as max(-z, 0) + log(1 + e^-|z|), which is finite for every logit.',
    caughtBy: ['found out', 'taken for real, saturating', 'minus a thousand', 'a thousand, saturating'],
    isDeviation: true,
    implementation: by(GUARDED[0]),
    readings: GUARDED.slice(1).map(by),
    unstableReadings: [...SLIGHTLY_GUARDED, ...SLIGHTLY_GUARDED.flatMap(inOneTerm)].map(by),
  },
];
