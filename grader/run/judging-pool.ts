import { Oracles } from '../oracle/oracles.ts';
import { Pool } from '../process/pool.ts';
import type { JudgeSettings } from './judged.ts';

/** The oracles that submissions are judged by; several pools of one run may share them. */
export function oraclesOf({ seed, backend, oracleHash }: JudgeSettings): Oracles {
  return new Oracles(seed, backend, oracleHash);
}

/** The processes that judge submissions. */
export function judgingPool(settings: JudgeSettings, jobs: number, oracles = oraclesOf(settings)): Pool {
  const { limits, shares } = settings.assignment;
  return new Pool({ jobs, limits, shares, oracle: (name) => oracles.get(name) });
}
