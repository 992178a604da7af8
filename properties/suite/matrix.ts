import Table from 'cli-table3';
import { BACKENDS } from '../../accelerated/backend-names.ts';

/** A known divergence of tfjs that a formula met on a backend. */
export interface MetDivergence {
  id: string;
  /** what is wrong there, and what is done instead */
  why: string;
}

/** One test, as far as the matrix is concerned. */
export interface TestOutcome {
  state: 'passed' | 'failed' | 'skipped';
  /** the project it ran in: `reference`, the name of a backend, or another */
  project: string;
  /** of a test that failed: its file and name, and the first line of what it said */
  failure?: string;
  formula?: string;
  backend?: string;
  /** what the backend says of itself, or `skipped: reason` */
  starts?: string;
  /** the known divergences of tfjs that the formula has met up to this test */
  diverges?: readonly MetDivergence[];
  /** how often each law was drawn */
  draws?: number;
}

/** Everything that a run of the tests came to. */
export interface Outcome {
  tests: readonly TestOutcome[];
  /** milliseconds by project */
  durations: ReadonlyMap<string, number>;
  /** the projects whose file did not load, and errors outside of any test */
  broken: readonly { project: string; file: string }[];
  unhandled: number;
}

/** How a word stands on the terminal; plain where there are no colours. */
export type Paint = (word: string, colour: 'green' | 'yellow' | 'red' | 'dim') => string;

const COLUMNS: readonly string[] = ['reference', ...BACKENDS];
const SKIPPED = 'skipped: ';
const PLAIN: Paint = (word) => word;
/** More failures than these have one cause, as a rule, and stand in full above. */
const NAMED_FAILURES = 20;
const COLOURS = {
  passed: 'green',
  diverges: 'yellow',
  FAILED: 'red',
  skipped: 'dim',
  '-': 'dim',
  'did not load': 'red',
} as const;
type Cell = keyof typeof COLOURS;

/** The matrix of formulas by backends with what started, what did not and why; empty where no formula ran. */
export function matrixLines(outcome: Outcome, paint: Paint = PLAIN): string[] {
  const columns = COLUMNS.filter((name) => outcome.durations.has(name));
  const formulas = formulasOf(outcome);
  if (columns.length === 0) return [];
  const table = new Table({
    head: ['', ...columns],
    style: { head: [], border: [], compact: true },
  });
  const painted = (cell: Cell): string => paint(cell, COLOURS[cell]);
  for (const formula of formulas) {
    table.push([formula, ...columns.map((column) => painted(cellOf(outcome, formula, column)))]);
  }
  table.push(['draws per law', ...columns.map((column) => drawsOf(outcome, column))]);
  table.push(['time', ...columns.map((column) => shownTime(outcome.durations.get(column) ?? 0))]);
  return [table.toString(), ...columns.flatMap((column) => startLine(outcome, column)), ...divergenceLines(outcome)];
}

/** `56 passed, 0 failed, 5 skipped`; a file that did not load and an error outside of a test count as failed. */
export function totalsLine({ tests, broken, unhandled }: Outcome): string {
  const count = (state: TestOutcome['state']): number => tests.filter((test) => test.state === state).length;
  return `${count('passed')} passed, ${count('failed') + broken.length + unhandled} failed, ${count('skipped')} skipped`;
}

/** The tests that failed, a line each, to stand beside the totals: whoever reads only the end of a log needs them. */
export function failureLines({ tests, broken, unhandled }: Outcome, paint: Paint = PLAIN): string[] {
  const failed = tests.filter(({ state }) => state === 'failed');
  const lines = failed
    .slice(0, NAMED_FAILURES)
    .map(({ project, failure = '' }) => `failed: ${[project, failure].join(' ').trim()}`);
  if (failed.length > NAMED_FAILURES) lines.push(`failed: ${failed.length - NAMED_FAILURES} more, in full above`);
  lines.push(...broken.map(({ project, file }) => `did not load: ${project} ${file}`));
  if (unhandled > 0) lines.push(`errors outside of any test: ${unhandled}`);
  return lines.map((line) => paint(line, 'red'));
}

function cellOf(outcome: Outcome, formula: string, column: string): Cell {
  if (outcome.broken.some(({ project }) => project === column)) return 'did not load';
  const start = startOf(outcome, column);
  if (start?.starts?.startsWith(SKIPPED)) return start.state === 'failed' ? 'FAILED' : 'skipped';
  const tests = outcome.tests.filter((test) => test.formula === formula && test.backend === column);
  if (tests.length === 0) return '-';
  if (tests.some(({ state }) => state === 'failed')) return 'FAILED';
  if (tests.some(({ diverges = [] }) => diverges.length > 0)) return 'diverges';
  return tests.some(({ state }) => state === 'passed') ? 'passed' : 'skipped';
}

function startOf({ tests }: Outcome, column: string): TestOutcome | undefined {
  return tests.find(({ backend, starts }) => backend === column && starts !== undefined);
}

function startLine(outcome: Outcome, column: string): string[] {
  const starts = startOf(outcome, column)?.starts;
  if (starts === undefined) return [];
  if (!starts.startsWith(SKIPPED)) return [`${column} started: ${starts}`];
  const reason = starts.slice(SKIPPED.length);
  return [`${column} skipped: ${reason.startsWith(`${column}: `) ? reason.slice(column.length + 2) : reason}`];
}

function drawsOf({ tests }: Outcome, column: string): string {
  const draws = new Set(tests.filter(({ backend }) => backend === column).flatMap(({ draws }) => draws ?? []));
  return draws.size === 0 ? '-' : [...draws].sort((a, b) => a - b).join(', ');
}

/** The formulas of which anything ran; all of them where nothing did. A run of one formula (-t) shows that one. */
function formulasOf({ tests }: Outcome): string[] {
  const ran = tests.filter(({ state }) => state !== 'skipped');
  const named = (of: readonly TestOutcome[]): string[] =>
    [...new Set(of.flatMap(({ formula }) => formula ?? []))].sort();
  return named(ran).length > 0 ? named(ran) : named(tests);
}

/** Each known divergence that was met, with what is wrong and done instead, and the formulas that met it, by backends. */
function divergenceLines({ tests }: Outcome): string[] {
  const met = new Map<string, Map<string, Set<string>>>();
  for (const { diverges = [], formula = 'tfjs', backend = 'a backend' } of tests) {
    for (const { id, why } of diverges) {
      const note = `${why} (${id})`;
      const formulas = met.get(note) ?? new Map<string, Set<string>>();
      const backends = formulas.get(formula) ?? new Set();
      met.set(note, formulas.set(formula, backends.add(backend)));
    }
  }
  return [...met]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([note, formulas]) => {
      const byBackends = new Map<string, string[]>();
      for (const [formula, backends] of formulas) {
        const on = [...backends].sort().join(', ');
        byBackends.set(on, [...(byBackends.get(on) ?? []), formula]);
      }
      const where = [...byBackends].map(([on, names]) => `${names.join(', ')} on ${on}`).join('; ');
      return `diverges: ${where}: ${note}`;
    });
}

function shownTime(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}
