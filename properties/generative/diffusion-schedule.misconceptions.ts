import type { Misconception } from '../entry/entry.ts';
import type { Vector } from '../values/value.ts';
import type { DiffusionSchedule, Kind, Schedule } from './diffusion-schedule.ts';

const f = (t: number, T: number): number => Math.cos((((t / T + 0.008) / 1.008) * Math.PI) / 2) ** 2;
const upTo = (T: number, at: (t: number) => number): Vector => Array.from({ length: T }, (_, i) => at(i + 1));

const linear = (T: number): Vector => upTo(T, (t) => 1e-4 + (T === 1 ? 0 : ((0.02 - 1e-4) * (t - 1)) / (T - 1)));
const cosine = (T: number, largest: number, g = f): Vector =>
  upTo(T, (t) => Math.min(1 - g(t, T) / g(t - 1, T), largest));
const betas = (T: number, kind: Kind): Vector => (kind === 'linear' ? linear(T) : cosine(T, 0.999));

/** The running products of 1 - beta. */
function products(beta: Vector): Vector {
  let product = 1;
  return beta.map((b) => (product *= 1 - b));
}

const from = (beta: Vector): Schedule => ({ beta, alphaBar: products(beta) });
const ratios = (T: number): Vector => upTo(T, (t) => f(t, T) / f(0, T));

export const misconceptions: readonly Misconception<DiffusionSchedule>[] = [
  {
    id: 'diffusionSchedule/not-cumulative',
    title: 'alphaBar is 1 - beta of each step alone',
    hint: 'alphaBar[t] is the product of 1 - beta over all steps up to t: multiply on from step to step.',
    caughtBy: 'three linear steps',
    clearOn: (T) => T > 1,
    implementation: (T, kind) => ({ beta: betas(T, kind), alphaBar: betas(T, kind).map((b) => 1 - b) }),
  },
  {
    id: 'diffusionSchedule/roots-stored',
    title: 'alphaBar holds the square roots',
    hint: 'Return the product of 1 - beta itself; its square root is taken where the noise is added.',
    caughtBy: 'one step, cosine',
    rearrangesResult: ({ beta, alphaBar }) => ({ beta, alphaBar: alphaBar.map(Math.sqrt) }),
    implementation: (T, kind) => ({ beta: betas(T, kind), alphaBar: products(betas(T, kind)).map(Math.sqrt) }),
  },
  {
    id: 'diffusionSchedule/clip-missing',
    title: 'the last beta of the cosine is not clipped',
    hint: 'f(T) is 0, so the last beta would be 1: take at most 0.999, and multiply up alphaBar from the betas that you return.',
    caughtBy: 'one step, cosine',
    clearOn: (_, kind) => kind === 'cosine',
    implementation: (T, kind) => from(kind === 'linear' ? linear(T) : cosine(T, Infinity)),
    readings: [
      // the betas clipped, alphaBar from f
      (T, kind) => (kind === 'linear' ? from(linear(T)) : { beta: cosine(T, 0.999), alphaBar: ratios(T) }),
      // the other way round
      (T, kind) =>
        kind === 'linear' ? from(linear(T)) : { beta: cosine(T, Infinity), alphaBar: products(cosine(T, 0.999)) },
    ],
  },
  {
    id: 'diffusionSchedule/end-excluded',
    title: 'the linear betas stop one step before 0.02',
    hint: 'The last linear beta is 0.02: divide the distance by steps - 1, not by steps.',
    caughtBy: 'three linear steps',
    clearOn: (T, kind) => T > 1 && kind !== 'cosine',
    implementation: (T, kind) =>
      from(kind === 'linear' ? upTo(T, (t) => 1e-4 + ((0.02 - 1e-4) * (t - 1)) / T) : cosine(T, 0.999)),
  },
  {
    id: 'diffusionSchedule/kind-ignored',
    title: 'the kind is ignored',
    hint: "Read the second argument: 'cosine' has betas of its own, and 'linear' is only the default.",
    caughtBy: ['one step, cosine', 'one step, linear'],
    implementation: (T) => from(linear(T)),
    // always the cosine
    readings: [(T) => from(cosine(T, 0.999))],
  },
  {
    id: 'diffusionSchedule/offset-missing',
    title: 'the cosine without its offset of 0.008',
    hint: 'The cosine begins a little late: f(t) is the squared cosine of (t/T + 0.008) / 1.008 times pi/2.',
    caughtBy: 'before the last cosine step alphaBar is f(t) / f(0), and the last leaves a thousandth',
    clearOn: (T, kind) => T > 1 && kind === 'cosine',
    implementation: (T, kind) =>
      from(kind === 'linear' ? linear(T) : cosine(T, 0.999, (t) => Math.cos(((t / T) * Math.PI) / 2) ** 2)),
  },
  {
    id: 'diffusionSchedule/square-missing',
    title: 'the cosine is not squared',
    hint: 'f(t) is the square of the cosine.',
    caughtBy: 'before the last cosine step alphaBar is f(t) / f(0), and the last leaves a thousandth',
    clearOn: (T, kind) => T > 1 && kind === 'cosine',
    implementation: (T, kind) =>
      from(kind === 'linear' ? linear(T) : cosine(T, 0.999, (t, steps) => Math.sqrt(f(t, steps)))),
  },
];
