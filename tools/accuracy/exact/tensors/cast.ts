import type { Cast } from '../../../../properties/tensors/cast.ts';
import { itemsOf, nested, shapeOfNest } from '../../../../properties/values/nest.ts';
import type { Authority } from '../../authority.ts';
import { type Big, big } from '../../big.ts';
import { exactly } from '../../exactly.ts';

/** The nearest float32, the whole part, or whether it is not 0. */
export const cast: Authority<Cast> = {
  class: 'exact',
  exact: (x, dtype) =>
    nested(
      shapeOfNest(x),
      itemsOf(x).map((item) => castOf(item, dtype)),
    ),
};

function castOf(x: Big, dtype: 'float32' | 'int32' | 'bool'): Big {
  if (dtype === 'bool') return big(x.isZero() ? 0 : 1);
  if (dtype === 'float32') return exactly(Math.fround(x.toNumber()));
  const whole = x.trunc();
  const fits = whole.gte(-(2 ** 31)) && whole.lt(2 ** 31);
  return fits ? whole : big(-(2 ** 31));
}
