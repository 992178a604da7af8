import { existsSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type Located, loadEntries, nameOf } from '../../properties/entry/entries.ts';
import type { Authority } from './authority.ts';

/** A formula with its authority, or null if it has none. */
export interface Stated extends Located {
  authority: Authority | null;
}

/** Every entry with `tools/accuracy/exact/<topic>/<name>.ts`, if there is one. */
export async function loadAuthorities(): Promise<Stated[]> {
  return Promise.all(
    (await loadEntries()).map(async (located) => ({ ...located, authority: await find(located.path) })),
  );
}

async function find(path: string): Promise<Authority | null> {
  const file = fileURLToPath(new URL(`exact/${path}.ts`, import.meta.url));
  if (!existsSync(file)) return null;
  const module = (await import(pathToFileURL(file).href)) as Record<string, Authority | undefined>;
  const authority = module[nameOf(path)];
  if (!authority) throw new Error(`tools/accuracy/exact/${path}.ts: expected an export named ${nameOf(path)}`);
  return authority;
}
