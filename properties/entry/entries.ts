import { loadModule, namesIn, textOf } from '../../host/files.ts';
import { fromJson, type Value } from '../values/value.ts';
import type { Entry } from './entry.ts';
import { TOPICS } from './topics.ts';

/** Values that another framework computed, with the call that gave them. */
export interface Golden {
  source: { package: string; version: string; dtype: string; call: string };
  cases: readonly { name: string; args: readonly Value[]; expected: Value }[];
}

/** An entry and its path. */
export interface Located {
  /** `training/softmax`: the path in each of the trees */
  path: string;
  entry: Entry;
  golden: Golden | null;
}

/** The paths of all entries, `training/softmax`, sorted: the files of the topics' folders in properties/. */
export function entryPaths(): string[] {
  return TOPICS.flatMap((topic) =>
    namesIn(`properties/${topic}`)
      .filter((file) => /^[a-z0-9-]+\.ts$/.test(file))
      .map((file) => `${topic}/${file.slice(0, -'.ts'.length)}`),
  ).sort();
}

/** `losses/categorical-cross-entropy` is called `categoricalCrossEntropy`. */
export function nameOf(path: string): string {
  const file = path.slice(path.lastIndexOf('/') + 1);
  return file.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

/** Every entry, or those of the given names, in the order of their paths. */
export async function loadEntries(names?: ReadonlySet<string>): Promise<Located[]> {
  const paths = entryPaths().filter((path) => names === undefined || names.has(nameOf(path)));
  return Promise.all(paths.map(loadEntry));
}

async function loadEntry(path: string): Promise<Located> {
  const module = (await loadModule(`properties/${path}.ts`)) as Record<string, Entry | undefined>;
  const entry = module[nameOf(path)];
  if (!entry) throw new Error(`properties/${path}.ts: expected an export named ${nameOf(path)}`);
  return { path, entry, golden: readGolden(path) };
}

function readGolden(path: string): Golden | null {
  const [topic = '', name] = path.split('/');
  const file = `${name}.golden.json`;
  if (!namesIn(`properties/${topic}`).includes(file)) return null;
  const golden = JSON.parse(textOf(`properties/${topic}/${file}`)) as Golden;
  const cases = golden.cases.map(({ name, args, expected }) => ({
    name,
    args: args.map(fromJson),
    expected: fromJson(expected),
  }));
  return { ...golden, cases };
}
