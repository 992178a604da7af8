import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** Everything that determines a verdict, apart from the submission and the seed. */
const TREES = [
  'reference',
  'accelerated',
  'properties',
  'exercises',
  'grader/judge',
  'grader/oracle',
  'grader/sandbox',
];
const PACKAGES = [
  'fast-check',
  '@tensorflow/tfjs',
  '@tensorflow/tfjs-backend-wasm',
  'quickjs-emscripten',
  'oxc-transform',
  'oxc-parser',
];

/** `sha256:…` over the sources of the oracles and the versions of the libraries under them. */
export function oracleHash(): string {
  const hash = createHash('sha256');
  for (const tree of TREES) {
    const files = readdirSync(join(ROOT, tree), { recursive: true, encoding: 'utf8' })
      .map((file) => file.replaceAll('\\', '/'))
      .filter((file) => /\.(ts|js|md)$/.test(file) && !/\.test\.ts$|attacks/.test(file))
      .sort();
    for (const file of files) hash.update(`${tree}/${file}\0`).update(readFileSync(join(ROOT, tree, file)));
  }
  const { dependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  for (const name of PACKAGES) hash.update(`${name}@${dependencies[name]}\0`);
  return `sha256:${hash.digest('hex')}`;
}
