import { createHash, randomUUID } from 'node:crypto';
import { access, chmod, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { BackendName } from '../../accelerated/backend-names.ts';
import { derivedKey, type Secret } from '../secret/secret.ts';
import { PRIVATE } from '../store/durable.ts';
import { makeFolder } from '../store/make-folder.ts';
import type { Oracle } from './oracle.ts';

const DIGEST_BYTES = 32;
const OWNER_ALONE = 0o700;
/** Oracles of other versions that were not used for this long are removed. */
const STALE_MS = 14 * 24 * 3600 * 1000;

/**
 * Oracle values on the disk, keyed by what determines them: the oracles' hash, the secret, the backend, and the JavaScript
 * engine. They hold the hidden inputs, so only their owner may read them, and their names say nothing about the secret. A convenience: what cannot be read, is torn or damaged counts as absent, and what cannot be written is
 * skipped. A file is written beside its place and renamed, so that any number of runs may share the folder.
 */
export class OracleCache {
  readonly #folder: string;
  readonly #version: string;

  constructor(oracleHash: string, secret: Secret, backend: BackendName, root: string = cacheFolder()) {
    // Math.exp and its like may differ between engines.
    const key = [oracleHash, process.versions.v8, process.platform, process.arch].join('\0');
    this.#version = join(root, createHash('sha256').update(key).digest('hex').slice(0, 32));
    this.#folder = join(this.#version, `${backend}-${derivedKey(secret, 'cache').slice(0, 32)}`);
  }

  async has(name: string): Promise<boolean> {
    return access(this.#path(name)).then(
      () => true,
      () => false,
    );
  }

  async read(name: string): Promise<Oracle | null> {
    try {
      const bytes = await readFile(this.#path(name));
      const body = bytes.subarray(DIGEST_BYTES);
      if (!digest(body).equals(bytes.subarray(0, DIGEST_BYTES))) return null;
      const oracle = deserialize(body) as Oracle;
      return oracle.name === name ? oracle : null;
    } catch {
      return null;
    }
  }

  async write(oracle: Oracle): Promise<void> {
    const path = this.#path(oracle.name);
    const temporary = `${path}.${process.pid}.${randomUUID()}.tmp`;
    try {
      if (await makeFolder(this.#folder, OWNER_ALONE)) await this.#removeStale();
      await chmod(this.#version, OWNER_ALONE);
      const body = serialize(oracle);
      await writeFile(temporary, Buffer.concat([digest(body), body]), { mode: PRIVATE });
      await rename(temporary, path);
    } catch {
      await rm(temporary, { force: true }).catch(() => undefined);
    }
  }

  #path(name: string): string {
    return join(this.#folder, `${name}.bin`);
  }

  async #removeStale(): Promise<void> {
    const root = join(this.#version, '..');
    for (const name of await readdir(root)) {
      const version = join(root, name);
      if (version === this.#version || !/^[0-9a-f]{32}$/.test(name)) continue;
      if (Date.now() - (await stat(version)).mtimeMs > STALE_MS) await rm(version, { recursive: true, force: true });
    }
  }
}

/** The folder for caches of a user; on Windows that is another place. */
function cacheFolder(): string {
  const set = process.platform === 'win32' ? process.env['LOCALAPPDATA'] : process.env['XDG_CACHE_HOME'];
  const base = set !== undefined && isAbsolute(set) ? set : join(homedir(), '.cache');
  return join(base, 'backproof', 'oracles');
}

function digest(body: Uint8Array): Buffer {
  return createHash('sha256').update(body).digest();
}
