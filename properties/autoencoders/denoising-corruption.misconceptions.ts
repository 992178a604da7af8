import { randomUnits } from '../../reference/tensors/shared/random-bits.ts';
import type { Misconception } from '../entry/entry.ts';
import { nth } from '../values/nth.ts';
import type { Images } from '../values/value.ts';
import type { DenoisingCorruption } from './denoising-corruption.ts';

/** A form that makes a number of an image's number, its noise, the random number of its pixel and that of its channel. */
const over =
  (
    corrupt: (
      x: number,
      random: { noise: number; ofPixel: number; ofNumber: number },
      options: { rate: number; deviation: number },
    ) => number,
  ): ((x: Images, seed: number, options: { rate: number; deviation: number }) => Images) =>
  (x, seed, options) => {
    const pixels = x.flat(2).length;
    const count = x.flat(3).length;
    const u = randomUnits(seed, pixels + 2 * count);
    let [pixel, next] = [-1, -1];
    return x.map((image) =>
      image.map((row) =>
        row.map((channels) => {
          pixel += 1;
          const ofPixel = nth(u, pixel);
          return channels.map((xi) => {
            next += 1;
            const [radius, angle] = [nth(u, pixels + 2 * next), nth(u, pixels + 2 * next + 1)];
            const noise = Math.sqrt(-2 * Math.log(radius)) * Math.cos(2 * Math.PI * angle);
            return corrupt(xi, { noise, ofPixel, ofNumber: angle }, options);
          });
        }),
      ),
    );
  };

export const misconceptions: readonly Misconception<DenoisingCorruption>[] = [
  {
    id: 'denoisingCorruption/rate-inverted',
    title: 'the rate is that of the pixels that are kept',
    hint: 'The rate is the probability of being set to 0: keep a pixel if its random number is at least the rate.',
    caughtBy: 'without noise, every pixel is 0 in all channels or as it was, and about a share of the rate is 0',
    implementation: over((x, { noise, ofPixel }, { rate, deviation }) => (ofPixel < rate ? x + deviation * noise : 0)),
  },
  {
    id: 'denoisingCorruption/scaled',
    title: 'what is kept is scaled up, as in dropout',
    hint: 'Nothing is divided by 1 - rate here: the kept pixels stay as they were.',
    caughtBy: 'without noise, every pixel is 0 in all channels or as it was, and about a share of the rate is 0',
    implementation: over((x, { noise, ofPixel }, { rate, deviation }) =>
      ofPixel < rate ? 0 : (x + deviation * noise) / (1 - rate),
    ),
  },
  {
    id: 'denoisingCorruption/noise-on-top',
    title: 'the noise is added to the pixels that were set to 0',
    hint: 'Add the noise first: a pixel that is set to 0 is exactly 0.',
    caughtBy: 'at rate 1 nothing is left',
    implementation: over((x, { noise, ofPixel }, { rate, deviation }) => (ofPixel < rate ? 0 : x) + deviation * noise),
  },
  {
    id: 'denoisingCorruption/channels-apart',
    title: 'each channel of a pixel is set to 0 on its own',
    hint: 'A pixel is set to 0 in all of its channels: draw one random number for each pixel.',
    caughtBy: 'without noise, every pixel is 0 in all channels or as it was, and about a share of the rate is 0',
    implementation: over((x, { noise, ofNumber }, { rate, deviation }) =>
      ofNumber < rate ? 0 : x + deviation * noise,
    ),
  },
  {
    id: 'denoisingCorruption/variance-for-deviation',
    title: 'the deviation is taken for the variance',
    hint: 'Multiply the noise by the deviation itself, not by its root.',
    caughtBy: 'twice the deviation is twice the noise',
    implementation: over((x, { noise, ofPixel }, { rate, deviation }) =>
      ofPixel < rate ? 0 : x + Math.sqrt(deviation) * noise,
    ),
  },
];
