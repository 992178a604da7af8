import type { BackendName } from '../../accelerated/backend-names.ts';
import { loadExercises } from '../../exercises/exercises.ts';
import { computeOracle, type Oracle } from './oracle.ts';

/** The oracles of a class: each is computed once, when its exercise is first asked for. */
export class Oracles {
  readonly #seed: number;
  readonly #backend: BackendName;
  readonly #computed = new Map<string, Promise<Oracle>>();
  #started: Promise<unknown> | null = null;
  // WebAssembly and WebGPU computations of two exercises must not interleave.
  #turn: Promise<unknown> = Promise.resolve();

  constructor(seed: number, backend: BackendName) {
    this.#seed = seed;
    this.#backend = backend;
  }

  get(name: string): Promise<Oracle> {
    const known = this.#computed.get(name);
    if (known) return known;
    const computed = this.#turn.then(() => this.#compute(name));
    this.#turn = computed.catch(() => undefined);
    this.#computed.set(name, computed);
    return computed;
  }

  /** Starts the backend ahead of the first exercise. */
  start(): Promise<unknown> {
    this.#started ??= import('../../accelerated/backends.ts').then(({ startBackend }) => startBackend(this.#backend));
    return this.#started;
  }

  async #compute(name: string): Promise<Oracle> {
    await this.start();
    const [located] = await loadExercises(new Set([name]));
    if (!located) throw new Error(`there is no exercise ${name}`);
    return computeOracle(located, this.#seed, this.#backend);
  }
}
