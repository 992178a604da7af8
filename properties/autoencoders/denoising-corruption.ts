import fc from 'fast-check';
import {
  type CorruptionOptions,
  denoisingCorruption as reference,
} from '../../reference/autoencoders/denoising-corruption.ts';
import { randomUnits } from '../../reference/tensors/shared/random-bits.ts';
import type { Entry } from '../entry/entry.ts';
import { expectClose, expectThat, law } from '../entry/law.ts';
import { given, grid, numbers, size, take } from '../inputs/inputs.ts';
import { drawnOptions } from '../parameters/drawn-options.ts';
import * as is from '../parameters/parameter.ts';
import { kolmogorovSmirnov, standardNormal } from '../tensors/shared/kolmogorov-smirnov.ts';
import { nth } from '../values/nth.ts';
import { mapNumbers } from '../values/tree.ts';
import type { Images } from '../values/value.ts';
import { misconceptions } from './denoising-corruption.misconceptions.ts';

export type DenoisingCorruption = (x: Images, seed: number, options?: CorruptionOptions) => Images;

const parameters = {
  x: is.images(),
  seed: is.integer(0, { most: 2 ** 32 - 1 }),
  options: is.options({
    rate: is.probability({ default: 0.25, drawn: [0, 0.125, 0.25, 0.5, 1] }),
    deviation: is.number({ least: 0, default: 0, drawn: [0, 0.25, 1, 2] }),
  }),
};

const seeds = fc.oneof(fc.constantFrom(0, 1, 2 ** 32 - 1), fc.integer({ min: 0, max: 2 ** 32 - 1 }));

const imagesOf = (element?: fc.Arbitrary<number>): fc.Arbitrary<Images> =>
  fc
    .tuple(size(2), size(3), size(3), size(3), numbers(element, 54))
    .map(([n, h, w, c, drawn]) => take(drawn).rank4(n, h, w, c));

const images = imagesOf();
const gridImages = imagesOf(grid);

const inputs: fc.Arbitrary<[Images, number, CorruptionOptions?]> = fc
  .tuple(images, seeds, drawnOptions(parameters.options))
  .map(([x, seed, options]) => given(x, seed, options) as [Images, number, CorruptionOptions?]);

const square = (side: number, channels: number, value: number): Images => [
  Array.from({ length: side }, () => Array.from({ length: side }, () => Array.from({ length: channels }, () => value))),
];

export const denoisingCorruption: Entry<DenoisingCorruption> = {
  id: 'denoisingCorruption',
  lecture: 8,
  title: 'Corruption for a denoising autoencoder',
  latex: String.raw`y_{nijc} = b_{nij} (x_{nijc} + \sigma \epsilon_{nijc}), \qquad b = [u \ge \rho]`,
  source: ['Vincent et al. (2010), Stacked Denoising Autoencoders, section 3.3', 'Lecture 8'],
  parameters,
  result: is.images(),

  reference,
  accelerated: () => import('../../accelerated/autoencoders/denoising-corruption.ts'),

  inputs,

  edges: {
    'two channels': [
      [
        [
          [
            [1, -2],
            [3, 0.5],
          ],
          [
            [0.25, 4],
            [-1, 2],
          ],
        ],
      ],
      7,
    ],
    'one number': [[[[[1.5]]]], 1],
    'options empty': [[[[[1], [2], [3]]]], 5, {}],
    'a draw that is the rate': [[[[[1]]]], 2 ** 32 - 0x9e3779b9, { rate: 2 ** -33 }],
    'rate 0': [[[[[1], [2], [3]]]], 5, { rate: 0 }],
    'rate 1': [[[[[1], [2], [3]]]], 5, { rate: 1, deviation: 2 }],
    'noise alone': [[[[[1], [2], [3]]]], 0, { rate: 0, deviation: 0.5 }],
    'the last seed': [[[[[1, 2, 3]]]], 2 ** 32 - 1, { deviation: 1 }],
  },
  illegal: {},
  hardCases: {
    'one pixel': (x) => x.flat(2).length === 1,
    'more images than one': (x) => x.length > 1,
    'channels above 1': (x) => (x[0]?.[0]?.[0]?.length ?? 0) > 1,
    'not square': (x) => x[0]?.length !== x[0]?.[0]?.length,
    'rate 0': (_x, _seed, options) => options?.rate === 0,
    'rate 1': (_x, _seed, options) => options?.rate === 1,
    noise: (_x, _seed, options) => (options?.deviation ?? 0) > 0,
    'seed 0': (_x, seed) => seed === 0,
  },

  worked: [
    {
      name: 'nothing is left',
      origin: 'by hand: every pixel is set to 0',
      args: [
        [
          [
            [
              [3, 1],
              [5, 2],
            ],
          ],
        ],
        1,
        { rate: 1 },
      ],
      expected: [
        [
          [
            [0, 0],
            [0, 0],
          ],
        ],
      ],
    },
    {
      name: 'nothing happens',
      origin: 'by hand: no pixel is set to 0, and nothing deviates',
      args: [
        [
          [
            [
              [3, 1],
              [5, 2],
            ],
          ],
        ],
        1,
        { rate: 0 },
      ],
      expected: [
        [
          [
            [3, 1],
            [5, 2],
          ],
        ],
      ],
    },
  ],

  laws: [
    law('at rate 1 nothing is left', fc.tuple(images, seeds), async (corrupt, x, seed) => {
      const options = { rate: 1, deviation: 1 };
      expectClose(
        await corrupt(x, seed, options),
        mapNumbers(x, () => 0),
        corrupt.allowed(x, seed, options),
      );
    }),
    law('at rate 0 and without noise nothing happens', fc.tuple(images, seeds), async (corrupt, x, seed) => {
      const options = { rate: 0, deviation: 0 };
      expectClose(await corrupt(x, seed, options), x, corrupt.allowed(x, seed, options));
    }),
    law(
      'without noise, every pixel is 0 in all channels or as it was, and about a share of the rate is 0',
      fc.tuple(seeds, fc.constantFrom(0.125, 0.25, 0.75)),
      async (corrupt, seed, rate) => {
        const pixels = nth(await corrupt(square(20, 2, 1), seed, { rate }), 0).flat();
        for (const [first, second] of pixels) {
          expectThat(first === second && (first === 0 || first === 1), `a pixel is [${first}, ${second}]`);
        }
        const missing = pixels.filter(([first]) => first === 0).length;
        // Beyond 7 deviations of a binomial, once in 1e11 draws.
        const most = 7 * Math.sqrt(400 * rate * (1 - rate));
        expectThat(Math.abs(missing - 400 * rate) < most, `${missing} of 400 pixels are 0 at rate ${rate}`);
      },
    ),
    law('the noise is normal, by Kolmogorov and Smirnov', fc.tuple(seeds), async (corrupt, seed) => {
      const noisy = await corrupt(square(20, 1, 1), seed, { rate: 0, deviation: 2 });
      kolmogorovSmirnov(noisy.flat(3), (y) => standardNormal((y - 1) / 2));
    }),
    law('twice the deviation is twice the noise', fc.tuple(gridImages, seeds), async (corrupt, x, seed) => {
      const [one, two] = [
        { deviation: 1, rate: 0 },
        { deviation: 2, rate: 0 },
      ];
      const [y, z] = [await corrupt(x, seed, one), await corrupt(x, seed, two)];
      const original = x.flat(3);
      const twice = y.flat(3).map((yi, i) => 2 * yi - nth(original, i));
      const allowed = corrupt
        .allowed(x, seed, one)
        .flat(3)
        .map((error) => 2 * error);
      const own = twice.map((t) => 2 ** -50 * (Math.abs(t) + 8));
      expectClose(z.flat(3), twice, allowed, corrupt.allowed(x, seed, two).flat(3), own);
    }),
    law(
      'an image of zeros keeps the noise of others of its seed',
      fc.tuple(gridImages, seeds),
      async (corrupt, x, seed) => {
        const options = { rate: 0, deviation: 1 };
        const dark = mapNumbers(x, () => 0);
        const noise = (await corrupt(dark, seed, options)).flat(3);
        const expected = x.flat(3).map((xi, i) => xi + nth(noise, i));
        const own = expected.map((y) => 2 ** -52 * Math.abs(y));
        const [a, b] = [corrupt.allowed(x, seed, options), corrupt.allowed(dark, seed, options)];
        expectClose((await corrupt(x, seed, options)).flat(3), expected, a.flat(3), b.flat(3), own);
      },
    ),
  ],

  misconceptions,

  rounding: (r, x, seed, { rate, deviation }) => {
    const pixels = x.flat(2).length;
    const units = randomUnits(seed.value, pixels + 2 * x.flat(3).length).map((u) => r.input(u));
    let [pixel, next] = [-1, -1];
    return x.map((image) =>
      image.map((row) =>
        row.map((channels) => {
          pixel += 1;
          const kept = r.atLeast(nth(units, pixel), rate);
          return channels.map((xi) => {
            next += 1;
            if (kept.value === 0 && kept.error === 0) return r.exact(0);
            const [u, v] = [nth(units, pixels + 2 * next), nth(units, pixels + 2 * next + 1)];
            const radius = r.sqrt(r.multiply(r.exact(-2), r.log(u)));
            const noise = r.multiply(radius, r.cos(r.multiply(r.rounded(2 * Math.PI), v)));
            const noisy = r.add(xi, r.multiply(deviation, noise));
            return kept.error === 0 ? noisy : r.known(kept.value * noisy.value, Infinity);
          });
        }),
      ),
    );
  },
};
