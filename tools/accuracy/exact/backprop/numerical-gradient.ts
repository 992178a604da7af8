import type { NumericalGradient } from '../../../../properties/backprop/numerical-gradient.ts';
import type { Authority } from '../../authority.ts';
import { type Big, evaluated, ONE, sum } from '../../big.ts';
import { exactly } from '../../exactly.ts';

/**
 * The quotients that the method takes, and not the derivative that they are near: of differences at the very doubles that
 * the formula steps to; of the imaginary part at a step h, which is the difference quotient extrapolated to a step whose
 * square is negative.
 */
export const numericalGradient: Authority<NumericalGradient> = {
  class: 'running error',
  exact: (f, x, options) => {
    const { method, format } = options;
    const share = options.step?.toNumber() ?? STEPS[method][format];
    const at = (i: number, moved: Big): Big =>
      evaluated(f, Object.fromEntries(x.map((xj, j) => [`x${j + 1}`, i === j ? moved : xj])));
    const quotient = (i: number, above: Big, below: Big): Big =>
      at(i, above).minus(at(i, below)).div(above.minus(below));
    return x.map((xi, i) => {
      const double = xi.toNumber();
      const h = share * Math.max(1, Math.abs(double));
      if (method === 'central') return quotient(i, exactly(double + h), exactly(double - h));
      return sum(
        MULTIPLES.map((k, m) => {
          const step = exactly(h).times(k);
          return quotient(i, xi.plus(step), xi.minus(step)).times(EXTRAPOLATION[m] as Big);
        }),
      );
    });
  },
};

/** Multiples of h at which the quotient is taken: it is a power series of the squared step. */
const MULTIPLES = [1, 2, 3, 4] as const;
/** Lagrange's weights that lead from these squares to the square of the imaginary unit. */
const EXTRAPOLATION = MULTIPLES.map((k) =>
  MULTIPLES.filter((j) => j !== k).reduce((weight, j) => weight.times(-1 - j * j).div(k * k - j * j), ONE),
);

const STEPS = {
  central: { float64: 2 ** -18, float32: 2 ** -8 },
  complex: { float64: 2 ** -53, float32: 2 ** -24 },
} as const;
