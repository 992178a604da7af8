import { Oracles } from '../oracle/oracles.ts';
import { Pool } from '../process/pool.ts';
import type { JudgeSettings, Judging } from './judged.ts';
import { PerSourcePool } from './per-source-pool.ts';

/** The oracles that submissions are judged by; several pools of one run may share them. */
export function oraclesOf({ secret, backend, oracleHash }: JudgeSettings): Oracles {
  return new Oracles(secret, backend, oracleHash);
}

/** The processes that judge submissions. */
export function judgingPool(settings: JudgeSettings, jobs: number, oracles = oraclesOf(settings)): Judging {
  const { limits, shares } = settings.assignment;
  if (settings.perSource) return new PerSourcePool({ jobs, limits, shares }, oracles);
  return new Pool({ jobs, limits, shares, oracle: (name) => oracles.get(name) });
}
