import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { exerciseSummaries } from '../../exercises/exercises.ts';
import { oracleHash } from '../../grader/oracle/oracle-hash.ts';
import { Oracles } from '../../grader/oracle/oracles.ts';
import { PUBLIC_SEED } from '../../grader/oracle/public-seed.ts';
import { jsonLine } from '../../grader/text/json-text.ts';
import { encodeOracle } from '../engine/oracle-codec.ts';
import type { OracleManifest } from '../engine/oracles.ts';

/** The accelerated oracle of `backproof check`, if no other is named. */
const BACKEND = 'wasm';

/**
 * Writes the oracles of all exercises, or of some, as `backproof check` has them: `data/oracles/softmax.json`, and of what they are made into
 * `data/oracles.json`. Those that `check` keeps on the disk are not computed again.
 */
export async function writeOracles(out: string, asked?: readonly string[]): Promise<void> {
  const hash = oracleHash();
  const oracles = new Oracles(PUBLIC_SEED, BACKEND, hash);
  const names = asked ?? (await exerciseSummaries()).map(({ name }) => name);
  mkdirSync(join(out, 'data/oracles'), { recursive: true });
  for (const name of names)
    writeFileSync(join(out, `data/oracles/${name}.json`), encodeOracle(await oracles.get(name)));
  const manifest: OracleManifest = { oracleHash: hash, backend: BACKEND };
  writeFileSync(join(out, 'data/oracles.json'), jsonLine(manifest));
}
