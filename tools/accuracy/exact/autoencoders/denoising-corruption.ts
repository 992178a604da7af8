import type { DenoisingCorruption } from '../../../../properties/autoencoders/denoising-corruption.ts';
import { nth } from '../../../../properties/values/nth.ts';
import { randomUnits } from '../../../../reference/tensors/shared/random-bits.ts';
import type { Authority } from '../../authority.ts';
import { type Big, big, evaluated, log, ZERO } from '../../big.ts';
import { exactly } from '../../exactly.ts';

/** Box and Muller, of the same bits, on the pixels that are kept. */
export const denoisingCorruption: Authority<DenoisingCorruption> = {
  class: 'running error',
  exact: (x, seed, { rate, deviation }) => {
    const pixels = x.flat(2).length;
    const units = randomUnits(seed.toNumber(), pixels + 2 * x.flat(3).length).map(exactly);
    let [pixel, next] = [-1, -1];
    const corrupted = (xi: Big): Big => {
      next += 1;
      if (nth(units, pixel).lt(rate)) return ZERO;
      const [u, v] = [nth(units, pixels + 2 * next), nth(units, pixels + 2 * next + 1)];
      const radius = log(u).times(big(-2)).sqrt();
      return xi.plus(deviation.times(radius.times(evaluated('cos(2 * pi * u)', { u: v }))));
    };
    return x.map((image) =>
      image.map((row) =>
        row.map((channels) => {
          pixel += 1;
          return channels.map(corrupted);
        }),
      ),
    );
  },
};
