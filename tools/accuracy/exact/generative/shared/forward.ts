import { type Big, ONE } from '../../../big.ts';

/** Noisy samples, each row by its own share. */
export function exactForward(x: Big[][], noise: Big[][], alphaBar: Big[]): Big[][] {
  return x.map((row, n) => {
    const left = alphaBar[n] as Big;
    const [signal, rest] = [left.sqrt(), ONE.minus(left).sqrt()];
    return row.map((xi, d) => signal.times(xi).plus(rest.times(noise[n]?.[d] as Big)));
  });
}
