import { suggestion } from '../text/did-you-mean.ts';
import { UsageError } from '../text/errors.ts';
import { parseJson } from '../text/parse-json.ts';
import { LIMITS, SHARES } from './defaults.ts';
import { Place } from './place.ts';
import { POLICY_KEYS, type Policy, policyOf } from './policy.ts';

export interface AssignedExercise {
  name: string;
  /** 0: it is judged and reported, and counts nothing */
  points: number;
  /** its points come on top of what the others add up to */
  bonus?: true;
}

export interface Assignment extends Policy {
  /** the bundled name, or the file's base name without `.json` */
  name: string;
  title: string;
  exercises: AssignedExercise[];
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
/** Beyond these the host itself fails: the deadline of a call exceeds what its timers take, the engine its address space. */
const LARGEST: Readonly<Record<keyof Assignment['limits'], number>> = {
  ticks: 1_000_000,
  memoryMiB: 2048,
  sourceKiB: 65_536,
};
const KEYS = ['title', 'exercises', ...POLICY_KEYS, 'shares', 'limits'];

/** The assignment of a bundled name: a section, or `all`; null if there is none. */
export function bundledAssignment(name: string, known: readonly KnownExercise[]): Assignment | null {
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

/**
 * An assignment in a JSON file.
 *
 * @param path what messages call the file
 * @throws {UsageError} It has a fault: the message names the place and what was expected there.
 */
export function parseAssignment(path: string, text: string, known: readonly KnownExercise[]): Assignment {
  const json = parseJson(path, text.replace(/^\uFEFF/, ''));
  const at = new Place(path, '');
  const object = at.object(json, KEYS);
  const exercises = exercisesOf(at.key('exercises'), object.exercises, known);
  return {
    name: path.replace(/^.*[\\/]/s, '').replace(/\.json$/i, ''),
    title: at.key('title').text(object.title),
    exercises,
    ...policyOf(at, object, exercises),
    shares: withDefaults(at.key('shares'), object.shares, SHARES, (place, value) => place.share(value)),
    limits: withDefaults(at.key('limits'), object.limits, LIMITS, (place, value, key) =>
      place.positiveInteger(value, LARGEST[key]),
    ),
  };
}

/** Says that the assignment was not found, and which ones exist. */
export function noAssignment(path: string, known: readonly KnownExercise[]): UsageError {
  const names = [...new Set(known.map(({ section }) => section)), ALL];
  return new UsageError(
    `unknown assignment ${path}: name a JSON file or one of ${names.join(', ')}${suggestion(path, names)}`,
  );
}

function exercisesOf(at: Place, value: unknown, known: readonly KnownExercise[]): AssignedExercise[] {
  const names = known.map(({ name }) => name);
  const seen = new Map<string, number>();
  return at.list(value).map((item, index) => {
    const place = at.index(index);
    const { name: given, points, bonus } = place.object(item, ['name', 'points', 'bonus']);
    const name = place.key('name').text(given);
    if (!names.includes(name)) {
      place.key('name').expected(`the name of an exercise${suggestion(name, names)}`, name);
    }
    const first = seen.get(name);
    if (first !== undefined) place.key('name').expected(`each exercise once (exercises[${first}] is the same)`, name);
    seen.set(name, index);
    const isBonus = bonus !== undefined && place.key('bonus').boolean(bonus);
    return { name, points: place.key('points').points(points), ...(isBonus ? { bonus: true } : {}) };
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
