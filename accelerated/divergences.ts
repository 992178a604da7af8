import { loadModule, namesIn, textOf } from '../host/files.ts';
import type { BackendName } from './backend-names.ts';
import type { Divergence, Outcome, SeenDivergence } from './divergence.ts';

const FOLDER = 'accelerated/divergences';

/** Where what the backends gave is written down. */
export const SEEN = 'accelerated/divergences.golden.json';

/** JSON has no NaN and no infinities. */
type Stored = { throws: string } | readonly (number | string)[];

/** The divergences of tfjs 4.22 of every file in divergences/, in the order of the files. */
export async function loadDivergences(): Promise<SeenDivergence[]> {
  const files = namesIn(FOLDER).filter((file) => /^[a-z0-9-]+\.ts$/.test(file));
  const modules = await Promise.all(
    files.sort().map(async (file) => (await loadModule(`${FOLDER}/${file}`)) as { divergences: Divergence[] }),
  );
  const stored = readSeen();
  return modules.flatMap(({ divergences }) => divergences.map((it) => ({ ...it, seen: stored[it.id] ?? {} })));
}

/** What each backend gave, by divergence. */
export function readSeen(): Record<string, Partial<Record<BackendName, Outcome>>> {
  if (!namesIn('accelerated').includes('divergences.golden.json')) return {};
  const stored = JSON.parse(textOf(SEEN)) as Record<string, Record<string, Stored>>;
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
