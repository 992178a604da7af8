import type { LayerOf } from '../../perceptron/shared/layer-inputs.ts';
import type { Lifted, Rounded, Rounding } from '../../rounding/rounding.ts';
import { nth } from '../../values/nth.ts';

/** A layer without its history, so that each step is differentiated on its own. */
export function detachedLayer(r: Rounding, { w, b, activation }: Lifted<LayerOf>): Lifted<LayerOf> {
  return { w: w.map((row) => row.map((v) => r.detached(v))), b: b.map((v) => r.detached(v)), activation };
}

/** 1 where the first of the largest logits is at the first of the largest targets, as far as the format can tell. */
export function roundedMatch(r: Rounding, logits: readonly Rounded[], t: readonly Rounded[]): Rounded {
  const values = logits.map(({ value }) => value);
  const shares = t.map(({ value }) => value);
  const wanted = shares.indexOf(Math.max(...shares));
  const own = nth(logits, wanted);
  const matches = values.indexOf(Math.max(...values)) === wanted;
  const near = logits.filter((z) => z !== own && Math.abs(z.value - own.value) <= z.error + own.error);
  const beaten = logits.some((z) => z.value - own.value > z.error + own.error);
  return r.known(matches ? 1 : 0, !beaten && near.some((z) => z.error + own.error > 0) ? Infinity : 0);
}
