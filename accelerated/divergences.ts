import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { BackendName } from './backend-names.ts';
import type { Divergence, Outcome, SeenDivergence } from './divergence.ts';

const FOLDER = new URL('divergences/', import.meta.url);

/** Where what the backends gave is written down. */
export const SEEN = new URL('divergences.golden.json', import.meta.url);

/** JSON has no NaN and no infinities. */
type Stored = { throws: string } | readonly (number | string)[];

/** The divergences of tfjs 4.22 of every file in divergences/, in the order of the files. */
export async function loadDivergences(): Promise<SeenDivergence[]> {
  const files = readdirSync(FOLDER).filter((file) => /^[a-z0-9-]+\.ts$/.test(file));
  const modules = await Promise.all(
    files.sort().map(async (file) => (await import(new URL(file, FOLDER).href)) as { divergences: Divergence[] }),
  );
  const stored = readSeen();
  return modules.flatMap(({ divergences }) => divergences.map((it) => ({ ...it, seen: stored[it.id] ?? {} })));
}

/** What each backend gave, by divergence. */
export function readSeen(): Record<string, Partial<Record<BackendName, Outcome>>> {
  if (!existsSync(SEEN)) return {};
  const stored = JSON.parse(readFileSync(SEEN, 'utf8')) as Record<string, Record<string, Stored>>;
  return Object.fromEntries(
    Object.entries(stored).map(([id, seen]) => [
      id,
      Object.fromEntries(Object.entries(seen).map(([backend, it]) => [backend, isThrown(it) ? it : it.map(Number)])),
    ]),
  );
}

function isThrown(stored: Stored): stored is { throws: string } {
  return 'throws' in stored;
}
