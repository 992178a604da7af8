import pLimit, { type LimitFunction } from 'p-limit';
import type { SourceFile } from '../class/submission.ts';
import type { Oracle } from '../oracle/oracle.ts';
import type { Oracles } from '../oracle/oracles.ts';
import { Pool, type PoolSettings } from '../process/pool.ts';
import type { Task } from '../process/protocol.ts';
import type { Judged } from '../process/submission-run.ts';
import type { Judging } from './judged.ts';

/**
 * Judges each source by oracles of its own, in a process of its own. That takes longer than one pool for all: it is
 * for adapters, which judge one submission at a time.
 */
export class PerSourcePool implements Judging {
  readonly #settings: Omit<PoolSettings, 'oracle'>;
  readonly #oracles: Oracles;
  readonly #limit: LimitFunction;
  readonly #pools = new Set<Pool>();
  #closed = false;

  constructor(settings: Omit<PoolSettings, 'oracle'>, oracles: Oracles) {
    this.#settings = settings;
    this.#oracles = oracles;
    this.#limit = pLimit(settings.jobs);
  }

  get capacity(): number {
    return this.#settings.jobs;
  }

  warm(): void {
    // Each process starts with its submission.
  }

  judge(files: readonly SourceFile[], tasks: readonly Task[], sourceHash: string | null): Promise<Judged> {
    if (sourceHash === null) return Promise.reject(new Error('a source without a hash has no inputs of its own'));
    return this.#limit(async () => {
      const oracles = new Map<string, Promise<Oracle>>();
      const oracle = (name: string): Promise<Oracle> => {
        const known = oracles.get(name) ?? this.#oracles.getFor(sourceHash, name);
        oracles.set(name, known);
        return known;
      };
      const pool = new Pool({ ...this.#settings, jobs: 1, oracle });
      this.#pools.add(pool);
      // Closed already if this one waited for others: its verdict is then a fault, as that of an interrupted run.
      if (this.#closed) pool.close();
      try {
        return await pool.judge(files, tasks);
      } finally {
        pool.close();
        this.#pools.delete(pool);
      }
    });
  }

  close(): void {
    this.#closed = true;
    for (const pool of this.#pools) pool.close();
  }
}
