/**
 * 32 random bits at a time from a seed, the same on every machine: SplitMix32, whole numbers alone. Steele, Lea, Flood
 * (2014), Fast Splittable Pseudorandom Number Generators, with the mixing constants of MurmurHash3's finalizer.
 */
function randomBits(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let bits = state;
    bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b); // equivalent mutant: `16 * (1 + 1e-6)` (a shift is whole)
    bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35); // equivalent mutant: `13 * (1 + 1e-6)` (a shift is whole)
    return (bits ^ (bits >>> 16)) >>> 0; // equivalent mutant: `16 * (1 + 1e-6)` (a shift is whole)
  };
}

/** Numbers in the open interval from 0 to 1, each in the middle of one of 2^32 cells, so that neither end is among them. */
export function randomUnits(seed: number, count: number): number[] {
  const next = randomBits(seed);
  return Array.from({ length: count }, () => (next() + 0.5) / 2 ** 32);
}
