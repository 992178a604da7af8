import type { BackendName } from '../../accelerated/backend-names.ts';
import { loadExercises } from '../../exercises/exercises.ts';
import { computeOracle, type Oracle } from './oracle.ts';
import { OracleCache } from './oracle-cache.ts';

/** The oracles of a class: each is computed once, when its exercise is first needed, or read from the cache. */
export class Oracles {
  readonly #seed: number;
  readonly #backend: BackendName;
  readonly #cache: OracleCache;
  readonly #computed = new Map<string, Promise<Oracle>>();
  #started: Promise<unknown> | null = null;
  // WebAssembly and WebGPU computations of two exercises must not interleave.
  #turn: Promise<unknown> = Promise.resolve();

  constructor(seed: number, backend: BackendName, oracleHash: string) {
    this.#seed = seed;
    this.#backend = backend;
    this.#cache = new OracleCache(oracleHash, seed, backend);
  }

  get(name: string): Promise<Oracle> {
    const known = this.#computed.get(name);
    if (known) return known;
    const computed = this.#turn.then(() => this.#compute(name));
    this.#turn = computed.catch(() => undefined);
    this.#computed.set(name, computed);
    return computed;
  }

  /** Starts the backend ahead of the first exercise, unless the cache has all of these. */
  async startFor(names: readonly string[]): Promise<void> {
    for (const name of names) {
      if (await this.#cache.has(name)) continue;
      await this.#start();
      return;
    }
  }

  async #compute(name: string): Promise<Oracle> {
    const cached = await this.#cache.read(name);
    if (cached !== null) return cached;
    await this.#start();
    const [located] = await loadExercises(new Set([name]));
    if (!located) throw new Error(`there is no exercise ${name}`);
    const oracle = await computeOracle(located, this.#seed, this.#backend);
    await this.#cache.write(oracle);
    return oracle;
  }

  #start(): Promise<unknown> {
    this.#started ??= import('../../accelerated/backends.ts').then(({ startBackend }) => startBackend(this.#backend));
    return this.#started;
  }
}
