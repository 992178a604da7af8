import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { suggestion } from '../text/did-you-mean.ts';
import { codeOf, UsageError } from '../text/errors.ts';
import { parseJson } from '../text/parse-json.ts';

export interface Assignment {
  /** the bundled name, or the file's base name without `.json` */
  name: string;
  title: string;
  exercises: { name: string; points: number }[];
  /** what an exercise earns, or loses, as a share of its points */
  shares: { unstable: number; partial: number; purity: number; errors: number };
  limits: { ticks: number; memoryMiB: number; sourceKiB: number };
}

/** An exercise of the project, with its section of the contract. */
export interface KnownExercise {
  name: string;
  section: string;
  points: number;
  /** false: not in any bundled assignment */
  bundled?: boolean;
}

const ALL = 'all';
const SHARES: Readonly<Assignment['shares']> = { unstable: 0.85, partial: 0.5, purity: 0.05, errors: 0.05 };
const LIMITS: Readonly<Assignment['limits']> = { ticks: 2000, memoryMiB: 32, sourceKiB: 512 };
/** Beyond these the host itself fails: the deadline of a call exceeds what its timers take, the engine its address space. */
const LARGEST: Readonly<Record<keyof Assignment['limits'], number>> = {
  ticks: 1_000_000,
  memoryMiB: 2048,
  sourceKiB: 65_536,
};
const MOST_POINTS = 1e6;
const KEYS = ['title', 'exercises', 'shares', 'limits'];

/**
 * The assignment of a bundled name (a section, or `all`) or in a JSON file.
 *
 * @throws {UsageError} There is none, or the file has a fault: the message names the place and what was expected there.
 */
export async function readAssignment(nameOrPath: string, known: readonly KnownExercise[]): Promise<Assignment> {
  return bundled(nameOrPath, known) ?? (await fromFile(nameOrPath, known));
}

function bundled(name: string, known: readonly KnownExercise[]): Assignment | null {
  const chosen = known.filter(({ section, bundled = true }) => bundled && (name === ALL || section === name));
  if (chosen.length === 0) return null;
  return {
    name,
    title: name === ALL ? 'All exercises' : name.charAt(0).toUpperCase() + name.slice(1),
    exercises: chosen.map(({ name: exercise, points }) => ({ name: exercise, points })),
    shares: { ...SHARES },
    limits: { ...LIMITS },
  };
}

async function fromFile(path: string, known: readonly KnownExercise[]): Promise<Assignment> {
  const json = parseJson(path, await textOf(path, known));
  const at = new Place(path, '');
  const object = at.object(json, KEYS);
  return {
    name: basename(path).replace(/\.json$/i, ''),
    title: at.key('title').text(object.title),
    exercises: exercisesOf(at.key('exercises'), object.exercises, known),
    shares: withDefaults(at.key('shares'), object.shares, SHARES, (place, value) => place.share(value)),
    limits: withDefaults(at.key('limits'), object.limits, LIMITS, (place, value, key) =>
      place.positiveInteger(value, LARGEST[key]),
    ),
  };
}

async function textOf(path: string, known: readonly KnownExercise[]): Promise<string> {
  try {
    return (await readFile(path, 'utf8')).replace(/^\uFEFF/, '');
  } catch (error) {
    const code = codeOf(error) ?? 'unknown error';
    if (code === 'EISDIR') throw new UsageError(`the assignment ${path} is a folder, not a JSON file`);
    if (code !== 'ENOENT' && code !== 'ENOTDIR')
      throw new UsageError(`the assignment ${path} cannot be read (${code})`);
    const names = [...new Set(known.map(({ section }) => section)), ALL];
    throw new UsageError(
      `there is no assignment ${path}: name a JSON file or one of ${names.join(', ')}${suggestion(path, names)}`,
    );
  }
}

function exercisesOf(at: Place, value: unknown, known: readonly KnownExercise[]): Assignment['exercises'] {
  const names = known.map(({ name }) => name);
  const seen = new Map<string, number>();
  return at.list(value).map((item, index) => {
    const place = at.index(index);
    const { name: given, points } = place.object(item, ['name', 'points']);
    const name = place.key('name').text(given);
    if (!names.includes(name)) {
      place.key('name').expected(`the name of an exercise${suggestion(name, names)}`, name);
    }
    const first = seen.get(name);
    if (first !== undefined) place.key('name').expected(`each exercise once (exercises[${first}] is the same)`, name);
    seen.set(name, index);
    return { name, points: place.key('points').points(points) };
  });
}

/** The values given, and the defaults for the others. */
function withDefaults<T extends Readonly<Record<string, number>>>(
  at: Place,
  value: unknown,
  defaults: T,
  check: (place: Place, value: unknown, key: keyof T) => number,
): { [K in keyof T]: number } {
  const object = value === undefined ? {} : at.object(value, Object.keys(defaults));
  const entries = Object.entries(defaults).map(([key, fallback]) => {
    return [key, Object.hasOwn(object, key) ? check(at.key(key), object[key], key) : fallback] as const;
  });
  return Object.fromEntries(entries) as { [K in keyof T]: number };
}

/** A place in an assignment file, which names itself in the message of a fault. */
class Place {
  readonly #file: string;
  readonly #path: string;

  constructor(file: string, path: string) {
    this.#file = file;
    this.#path = path;
  }

  key(name: string): Place {
    return new Place(this.#file, this.#path === '' ? name : `${this.#path}.${name}`);
  }

  index(index: number): Place {
    return new Place(this.#file, `${this.#path}[${index}]`);
  }

  expected(what: string, got: unknown): never {
    const where = this.#path === '' ? this.#file : `${this.#file}: ${this.#path}`;
    const shown = got === undefined ? 'nothing' : JSON.stringify(got);
    throw new UsageError(`${where}: expected ${what}, got ${shown.length > 60 ? `${shown.slice(0, 60)}…` : shown}`);
  }

  object(value: unknown, keys: readonly string[]): Readonly<Record<string, unknown>> {
    const shown = `an object { ${keys.join(', ')} }`;
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return this.expected(shown, value);
    for (const key of Object.keys(value)) {
      if (keys.includes(key)) continue;
      this.expected(`no key but ${keys.join(', ')}${suggestion(key, keys)}`, key);
    }
    return value as Readonly<Record<string, unknown>>;
  }

  list(value: unknown): readonly unknown[] {
    return Array.isArray(value) && value.length > 0 ? value : this.expected('a list with at least one exercise', value);
  }

  text(value: unknown): string {
    return typeof value === 'string' && value.trim() !== '' ? value : this.expected('a text that is not empty', value);
  }

  points(value: unknown): number {
    return typeof value === 'number' && value > 0 && value <= MOST_POINTS
      ? value
      : this.expected(`a positive number up to ${MOST_POINTS}`, value);
  }

  share(value: unknown): number {
    return typeof value === 'number' && value >= 0 && value <= 1 ? value : this.expected('a number from 0 to 1', value);
  }

  positiveInteger(value: unknown, largest: number): number {
    return typeof value === 'number' && Number.isSafeInteger(value) && value > 0 && value <= largest
      ? value
      : this.expected(`a whole number of 1..${largest}`, value);
  }
}
