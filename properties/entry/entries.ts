import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fromJson, type Value } from '../values/value.ts';
import type { Entry } from './entry.ts';
import { moduleAt, sourceFile } from './source-files.ts';
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

const ROOT = sourceFile('properties');

/** The paths of all entries, `training/softmax`, sorted: the files of the topics' folders in properties/. */
export function entryPaths(): string[] {
  return TOPICS.filter((topic) => existsSync(join(ROOT, topic)))
    .flatMap((topic) =>
      readdirSync(join(ROOT, topic))
        .filter((file) => /^[a-z0-9-]+\.ts$/.test(file))
        .map((file) => `${topic}/${file.slice(0, -'.ts'.length)}`),
    )
    .sort();
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
  const module = (await import(moduleAt(new URL(`../${path}.ts`, import.meta.url)).href)) as Record<
    string,
    Entry | undefined
  >;
  const entry = module[nameOf(path)];
  if (!entry) throw new Error(`properties/${path}.ts: expected an export named ${nameOf(path)}`);
  return { path, entry, golden: readGolden(join(ROOT, `${path}.golden.json`)) };
}

function readGolden(file: string): Golden | null {
  if (!existsSync(file)) return null;
  const golden = JSON.parse(readFileSync(file, 'utf8')) as Golden;
  const cases = golden.cases.map(({ name, args, expected }) => ({
    name,
    args: args.map(fromJson),
    expected: fromJson(expected),
  }));
  return { ...golden, cases };
}
