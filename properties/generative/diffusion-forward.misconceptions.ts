import type { CompleteForm, Misconception } from '../entry/entry.ts';
import { nth } from '../values/nth.ts';
import type { DiffusionForward } from './diffusion-forward.ts';

/** The sum with other weights of sample and noise, each a function of alphaBar. */
const by =
  (signal: (a: number) => number, rest: (a: number) => number): CompleteForm<DiffusionForward> =>
  (x, noise, alphaBar) =>
    x.map((row, n) => {
      const a = nth(alphaBar, n);
      return row.map((xi, d) => signal(a) * xi + rest(a) * nth(nth(noise, n), d));
    });

const root = Math.sqrt;
const restRoot = (a: number): number => Math.sqrt(1 - a);
const itself = (a: number): number => a;
const rest = (a: number): number => 1 - a;

export const misconceptions: readonly Misconception<DiffusionForward>[] = [
  {
    id: 'diffusionForward/root-missing',
    title: 'alphaBar and 1 - alphaBar without their roots',
    hint: 'alphaBar and 1 - alphaBar are shares of the variance: multiply the sample and the noise by their square roots.',
    caughtBy: 'a quarter left, and three quarters',
    implementation: by(itself, rest),
    // one of the two roots
    readings: [by(itself, restRoot), by(root, rest)],
  },
  {
    id: 'diffusionForward/roots-swapped',
    title: 'the weights of sample and noise have changed places',
    hint: 'sqrt(alphaBar) belongs to the sample, of which alphaBar is left; sqrt(1 - alphaBar) belongs to the noise.',
    caughtBy: 'with alphaBar 1 it is the sample, with 0 the noise',
    rearranges: (x, noise, alphaBar) => [noise, x, alphaBar],
    implementation: by(restRoot, root),
  },
  {
    id: 'diffusionForward/one-minus-root',
    title: 'the noise weighs 1 - sqrt(alphaBar)',
    hint: 'Take 1 - alphaBar first and then the root: sqrt(1 - alphaBar) on the noise.',
    caughtBy: 'a quarter left, and three quarters',
    implementation: by(root, (a) => 1 - Math.sqrt(a)),
  },
  {
    id: 'diffusionForward/one-alpha-bar-for-all',
    title: 'the first alphaBar for every row',
    hint: 'Each row has an alphaBar of its own: row n goes by alphaBar[n].',
    caughtBy: 'a quarter left, and three quarters',
    clearOn: (x) => x.length > 1,
    rearranges: (x, noise, alphaBar) => [x, noise, alphaBar.map(() => nth(alphaBar, 0))],
    implementation: (x, noise, alphaBar) =>
      by(root, restRoot)(
        x,
        noise,
        alphaBar.map(() => nth(alphaBar, 0)),
      ),
  },
  {
    id: 'diffusionForward/alpha-bar-by-column',
    title: 'an alphaBar for each feature',
    hint: 'alphaBar belongs to the rows, the samples: in row n every feature goes by alphaBar[n], whatever its column.',
    caughtBy: 'square',
    implementation: (x, noise, alphaBar) =>
      nth(x, 0).length === x.length
        ? x.map((row, n) =>
            row.map((xi, d) => root(nth(alphaBar, d)) * xi + restRoot(nth(alphaBar, d)) * nth(nth(noise, n), d)),
          )
        : undefined,
  },
];
