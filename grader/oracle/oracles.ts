import type { BackendName } from '../../accelerated/backend-names.ts';
import { loadExercises } from '../../exercises/exercises.ts';
import { type Secret, sourceKey } from '../secret/secret.ts';
import { computeOracle, type Oracle } from './oracle.ts';
import { OracleCache } from './oracle-cache.ts';

/** The oracles of a class: each is computed once, when its exercise is first needed, or read from the cache. */
export class Oracles {
  readonly #secret: Secret;
  readonly #backend: BackendName;
  readonly #cache: OracleCache;
  readonly #computed = new Map<string, Promise<Oracle>>();
  #started: Promise<unknown> | null = null;
  // WebAssembly and WebGPU computations of two exercises must not interleave.
  #turn: Promise<unknown> = Promise.resolve();

  constructor(secret: Secret, backend: BackendName, oracleHash: string) {
    this.#secret = secret;
    this.#backend = backend;
    this.#cache = new OracleCache(oracleHash, secret, backend);
  }

  get(name: string): Promise<Oracle> {
    const known = this.#computed.get(name);
    if (known) return known;
    const computed = this.#inTurn(() => this.#cachedOrNew(name));
    this.#computed.set(name, computed);
    return computed;
  }

  /** The oracle on the inputs of one source alone, which nobody else meets: it is kept nowhere. */
  getFor(sourceHash: string, name: string): Promise<Oracle> {
    const key = this.#secret;
    if (typeof key === 'number') throw new Error('inputs for one source are drawn from a key, not from a seed');
    return this.#inTurn(() => this.#compute(name, sourceKey(key, sourceHash)));
  }

  /** Starts the backend ahead of the first exercise, unless the cache has all of these. */
  async startFor(names: readonly string[]): Promise<void> {
    for (const name of names) {
      if (await this.#cache.has(name)) continue;
      await this.#start();
      return;
    }
  }

  #inTurn(compute: () => Promise<Oracle>): Promise<Oracle> {
    const computed = this.#turn.then(compute);
    this.#turn = computed.catch(() => undefined);
    return computed;
  }

  async #cachedOrNew(name: string): Promise<Oracle> {
    const cached = await this.#cache.read(name);
    if (cached !== null) return cached;
    const oracle = await this.#compute(name, this.#secret);
    await this.#cache.write(oracle);
    return oracle;
  }

  async #compute(name: string, secret: Secret): Promise<Oracle> {
    await this.#start();
    const [located] = await loadExercises(new Set([name]));
    if (!located) throw new Error(`unknown exercise ${name}`);
    return computeOracle(located, secret, this.#backend);
  }

  #start(): Promise<unknown> {
    this.#started ??= import('../../accelerated/backends.ts').then(({ startBackend }) => startBackend(this.#backend));
    return this.#started;
  }
}
