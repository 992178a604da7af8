import { Oracles } from '../oracle/oracles.ts';
import { Pool } from '../process/pool.ts';
import type { JudgeSettings, Judging } from './judged.ts';
import { PerSourcePool } from './per-source-pool.ts';

/** The oracles that submissions are judged by; several pools of one run may share them. */
export function oraclesOf({ secret, backend, oracleHash }: JudgeSettings): Oracles {
  return new Oracles(secret, backend, oracleHash);
}

/** The processes that judge submissions. */
export function judgingPool(settings: JudgeSettings, jobs: number): Judging {
  const oracles = oraclesOf(settings);
  const { limits, shares } = settings.assignment;
  return settings.perSource
    ? new PerSourcePool({ jobs, limits, shares }, oracles)
    : sharedPool(settings, jobs, oracles);
}

/** Processes that judge every submission by the same oracles. */
export function sharedPool({ assignment: { limits, shares } }: JudgeSettings, jobs: number, oracles: Oracles): Pool {
  return new Pool({ jobs, limits, shares, oracle: (name) => oracles.get(name) });
}
