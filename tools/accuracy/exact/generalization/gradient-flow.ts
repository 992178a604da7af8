import type { GradientFlow } from '../../../../properties/generalization/gradient-flow.ts';
import { transposed } from '../../../../properties/values/transposed.ts';
import type { Authority } from '../../authority.ts';
import { type Big, dot, exp, ONE, ZERO } from '../../big.ts';
import { norm } from './shared/norm.ts';

/** By backpropagation over many digits. */
export const gradientFlow: Authority<GradientFlow> = {
  class: 'running error',
  exact: (upstream, x, layers) => {
    const inputs: Big[][][] = [x];
    const slopes: Big[][][] = [];
    for (const { w, b, activation } of layers) {
      const columns = transposed(w);
      const drives = (inputs.at(-1) as Big[][]).map((row) =>
        b.map((bias, j) => dot(row, columns[j] as Big[]).plus(bias)),
      );
      const reached = drives.map((row) => row.map(FUNCTIONS[activation] as (z: Big) => Reached));
      inputs.push(reached.map((row) => row.map(({ a }) => a)));
      slopes.push(reached.map((row) => row.map(({ slope }) => slope)));
    }
    let arriving = upstream;
    const norms: Big[] = [];
    for (let l = layers.length - 1; l >= 0; l--) {
      const own = slopes[l] as Big[][];
      const delta = arriving.map((row, n) => row.map((u, j) => u.times((own[n] as Big[])[j] as Big)));
      const [before, after] = [transposed(inputs[l] as Big[][]), transposed(delta)];
      norms.unshift(norm(before.flatMap((a) => after.map((d) => dot(a, d)))));
      const { w } = layers[l] as (typeof layers)[number];
      arriving = delta.map((row) => w.map((weights) => dot(weights, row)));
    }
    return norms;
  },
};

interface Reached {
  a: Big;
  slope: Big;
}

const FUNCTIONS: Readonly<Record<string, (z: Big) => Reached>> = {
  identity: (z) => ({ a: z, slope: ONE }),
  sigmoid: (z) => {
    const a = ONE.div(ONE.plus(exp(z.neg())));
    return { a, slope: a.times(ONE.minus(a)) };
  },
  tanh: (z) => {
    const power = exp(z.times(2));
    const a = power.minus(ONE).div(power.plus(ONE));
    return { a, slope: ONE.minus(a.pow(2)) };
  },
  relu: (z) => (z.gt(0) ? { a: z, slope: ONE } : { a: ZERO, slope: ZERO }),
};
