import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A test file of a project; the file of the formulas runs once in each project that tests them. */
export interface TestFile {
  project: string;
  /** relative to the root */
  path: string;
}

/** How long files took, in milliseconds by `project:path`. */
export type Times = Readonly<Record<string, number>>;

/** How long a run may take, and of how many of its files that is guessed, since they have not run here before. */
export interface Estimate {
  seconds: number;
  guessed: number;
}

const STORE = fileURLToPath(new URL('../../.cache/test-times.json', import.meta.url));

/** Seconds for each formula on one of two quiet cores; what is not listed does not start, as a rule. */
const FOR_EACH_FORMULA: Readonly<Record<string, number>> = {
  reference: 0.7,
  cpu: 0.6,
  wasm: 0.6,
  'tfjs-node': 1.2,
  webgpu: 2,
};
/** And for the models that learn. */
const FOR_THE_MODELS: Readonly<Record<string, number>> = { webgpu: 100 };
const FOR_ANOTHER_FILE = 4;

/** How long the files take on so many workers: each what it took last time, or what such a file takes elsewhere. */
export function estimate(files: readonly TestFile[], times: Times, formulas: number, workers: number): Estimate {
  const seconds = files.map((file) => secondsOf(file, times, formulas));
  const sum = seconds.reduce((all, one) => all + one, 0);
  return {
    // No file can be cut in two.
    seconds: Math.max(sum / workers, ...seconds),
    guessed: files.filter((file) => times[keyOf(file)] === undefined).length,
  };
}

/**
 * The files in the order in which they start: those that run once per backend, which take longest, and then the others,
 * project by project, since those of one may share a process; the longest first, lest one core has nothing to do while another has
 * a long file to go.
 */
export function longestFirst<F>(
  files: readonly F[],
  fileOf: (file: F) => TestFile,
  times: Times,
  formulas: number,
): F[] {
  const ranked = files.map((file) => {
    const { project, path } = fileOf(file);
    const group = isOfFormulas(path) || isOfModels(path) ? '' : project;
    return { file, group, seconds: secondsOf({ project, path }, times, formulas) };
  });
  ranked.sort((a, b) => (a.group === b.group ? b.seconds - a.seconds : a.group < b.group ? -1 : 1));
  return ranked.map(({ file }) => file);
}

/** What each file took in the last runs here. */
export function readTimes(): Times {
  return existsSync(STORE) ? (JSON.parse(readFileSync(STORE, 'utf8')) as Times) : {};
}

/** Keeps what these files took for the next run. */
export function keepTimes(files: readonly (TestFile & { milliseconds: number })[]): void {
  const now = Object.fromEntries(files.map((file) => [keyOf(file), Math.round(file.milliseconds)]));
  mkdirSync(dirname(STORE), { recursive: true });
  writeFileSync(STORE, JSON.stringify({ ...readTimes(), ...now }));
}

function secondsOf({ project, path }: TestFile, times: Times, formulas: number): number {
  const known = times[keyOf({ project, path })];
  if (known !== undefined) return known / 1000;
  if (isOfFormulas(path)) return formulas * (FOR_EACH_FORMULA[project] ?? 0);
  return (isOfModels(path) ? FOR_THE_MODELS[project] : undefined) ?? FOR_ANOTHER_FILE;
}

function isOfFormulas(path: string): boolean {
  return /^properties\/suite\/(reference|backend)\.test\.ts$/.test(path);
}

function isOfModels(path: string): boolean {
  return path === 'properties/models/backend.test.ts';
}

function keyOf({ project, path }: TestFile): string {
  return `${project}:${path}`;
}
