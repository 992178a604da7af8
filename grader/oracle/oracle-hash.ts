import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { sourceFile } from '../../host/source-files.ts';

/** Everything that determines a verdict, apart from the submission and the seed. */
const TREES = [
  'host',
  'reference',
  'accelerated',
  'properties',
  'exercises',
  'grader/judge',
  'grader/oracle',
  'grader/sandbox',
  'grader/secret',
  'grader/style',
];
/** What the package leaves out too, so that it and the checkout have the same hash. */
const ONLY_FOR_TESTS =
  /\.(test|child)\.ts$|\/attacks\/|^properties\/(models|suite)\/|^accelerated\/divergence|-fixture\.ts$/;
const PACKAGES = [
  'fast-check',
  '@tensorflow/tfjs-core',
  '@tensorflow/tfjs-layers',
  '@tensorflow/tfjs-backend-cpu',
  '@tensorflow/tfjs-backend-wasm',
  'quickjs-emscripten-core',
  '@jitl/quickjs-wasmfile-release-sync',
  'oxc-transform',
  'oxc-parser',
];

/** `sha256:…` over the sources of the oracles and the versions of the libraries under them. */
export function oracleHash(): string {
  const hash = createHash('sha256');
  for (const tree of TREES) {
    const files = readdirSync(sourceFile(tree), { recursive: true, encoding: 'utf8' })
      .map((file) => `${tree}/${file.replaceAll('\\', '/')}`)
      .filter((file) => /\.(ts|m?js|md)$/.test(file) && !ONLY_FOR_TESTS.test(file))
      .sort();
    for (const file of files) hash.update(`${file}\0`).update(readFileSync(sourceFile(file)));
  }
  const { dependencies } = JSON.parse(readFileSync(sourceFile('package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  for (const name of PACKAGES) hash.update(`${name}@${dependencies[name]}\0`);
  return `sha256:${hash.digest('hex')}`;
}
