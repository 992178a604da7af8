/** How the terms of a product are drawn. */
export type DataKind = 'uniform' | 'normal' | 'log-uniform' | 'constant';

export const DATA_KINDS: readonly DataKind[] = ['uniform', 'normal', 'log-uniform', 'constant'];

/** Uniform numbers from 0 to below 1, the same ones for the same seed (mulberry32). */
export function uniforms(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A vector of float32 values of a kind, times a scale. */
export function drawnVector(kind: DataKind, n: number, scale: number, random: () => number): number[] {
  const draw = NUMBER[kind];
  const constant = draw(random);
  return Array.from({ length: n }, () => Math.fround(scale * (kind === 'constant' ? constant : draw(random))));
}

const uniform = (random: () => number): number => 2 * random() - 1;

const NUMBER: Readonly<Record<DataKind, (random: () => number) => number>> = {
  uniform,
  // Box and Muller
  normal: (random) => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random()),
  // sizes from 1e-3 to 10, of both signs
  'log-uniform': (random) => (random() < 0.5 ? -1 : 1) * 10 ** (4 * random() - 3),
  constant: uniform,
};
