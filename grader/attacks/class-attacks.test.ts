import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SubmissionRecord } from '../record/record.ts';
import { ATTACKED, type ClassAttack, HONEST_RELU, HONEST_SOFTMAX, makeEntry } from './class-attack.ts';
import { CLASS_ATTACKS } from './class-attacks.ts';
import { HOSTILE_SOURCES } from './hostile-sources.ts';

// One class of hostile submissions, graded once by the real command line in a process of its own.

const BIN = fileURLToPath(new URL('../bin.mjs', import.meta.url));
const HONEST_CODE = HONEST_RELU + HONEST_SOFTMAX;

interface Ended {
  code: number | null;
  signal: NodeJS.Signals | null;
  out: string;
  err: string;
}

let root: string;
let before: string[];
let ended: Ended;
let lines: string[];
const records = new Map<string, SubmissionRecord>();
const absent = new Set<string>();
const ATTACKS = [...CLASS_ATTACKS, ...HOSTILE_SOURCES];
/** Characters of JSON: no submission makes a record longer than this. */
const LONGEST_RECORD = 40_000;
const honest = ['honest-first', 'zz-honest-last'];

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'backproof-attacks-'));
  const classFolder = join(root, 'class');
  for (const folder of ['class', 'home', 'cwd']) mkdirSync(join(root, folder));
  for (const { entry, made } of ATTACKS) {
    if (!makeEntry(classFolder, entry, made)) absent.add(entry);
    const [, follower] = /^(leak-.*)-a\.js$/.exec(entry) ?? [];
    if (follower !== undefined) honest.push(`${follower}-b`);
  }
  for (const id of honest) writeFileSync(join(classFolder, `${id}.js`), `// ${id}\n${HONEST_CODE}`);
  writeFileSync(join(root, 'attacked.json'), JSON.stringify(ATTACKED));
  before = filesOutside();
  // One process, so that each honest submission comes after the hostile one in the same.
  ended = await grade([
    'grade',
    '../class',
    '-a',
    '../attacked.json',
    '-o',
    '../out',
    '--seed',
    '1',
    '--jobs',
    '1',
    '--json',
  ]);
  lines = readFileSync(join(root, 'out', 'results.jsonl'), 'utf8')
    .trimEnd()
    .split('\n');
  for (const line of lines) {
    const record = JSON.parse(line) as SubmissionRecord;
    records.set(record.submission, record);
  }
  // a class of its own, which takes half a minute of CPU
}, 600_000);

afterAll(() => rmSync(root, { recursive: true, force: true }));

function grade(words: string[]): Promise<Ended> {
  const env = { ...process.env, HOME: join(root, 'home'), XDG_CACHE_HOME: join(root, 'cache') };
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [BIN, ...words], { cwd: join(root, 'cwd'), env }, (_, out, err) =>
      resolve({ code: child.exitCode, signal: child.signalCode, out, err }),
    );
  });
}

/** Everything under the root but what the grader may write: its results and the cache of its oracles. */
function filesOutside(): string[] {
  const all = readdirSync(root, { recursive: true, encoding: 'utf8' });
  return all.filter((path) => !/^(out|cache)(\/|\\|$)/.test(path)).sort();
}

function idOf({ entry, id }: ClassAttack): string {
  return id ?? entry.slice(0, entry.length - extname(entry).length);
}

describe('a class of attacks', () => {
  test('is graded to its end, and the grader with it', () => {
    expect(ended).toMatchObject({ code: 0, signal: null });
    expect(JSON.parse(ended.out)).toMatchObject({ infraErrors: 0, total: records.size });
    expect(ended.err).toMatch(
      /^a seed is for trials and demonstrations, [^\n]*\n[^\n]* is read as a plain class folder[^\n]*\n$/,
    );
  });

  test('has one line per submission, in the order of the ids', () => {
    const ids = lines.map((line) => (JSON.parse(line) as SubmissionRecord).submission);
    expect(ids).toEqual([...ids].sort());
    expect(new Set(ids)).toEqual(new Set([...ATTACKS.filter(({ entry }) => !absent.has(entry)).map(idOf), ...honest]));
  });

  test('makes no record long', () => {
    const long = lines.filter((line) => line.length > LONGEST_RECORD).map((line) => line.slice(0, 100));
    expect(long).toEqual([]);
  });

  test('leaves no file behind outside the results', () => {
    expect(filesOutside()).toEqual(before);
    expect(readdirSync('/tmp')).not.toContain('slipped.js');
  });

  test.each(ATTACKS.map((attack) => [JSON.stringify(attack.entry), attack] as const))('%s', (_, attack) => {
    if (absent.has(attack.entry)) return;
    const { status, softmax, relu, message } = attack.expected;
    const record = records.get(idOf(attack));
    expect(record?.status).toBe(status);
    if (message !== undefined) expect(record?.message).toContain(message);
    const [first, second] = record?.exercises ?? [];
    if (softmax === null) expect(record).toMatchObject({ points: 0, exercises: [] });
    else {
      expect(typeof softmax === 'string' ? [softmax] : softmax).toContain(first?.status);
      expect(first?.points).toBe(softmax === 'correct' ? 10 : 0);
      expect(second?.points).toBe(relu);
    }
  });

  test.each(honest)('%s, which is honest, has all points', (id) => {
    expect(records.get(id)).toMatchObject({ status: 'graded', points: 12 });
  });

  test.each(['results.csv', 'report.html'])('%s holds nothing that would run', (file) => {
    const text = readFileSync(join(root, 'out', file), 'utf8');
    if (file.endsWith('.html')) expect(text.includes('<script>alert')).toBe(false);
    if (file.endsWith('.csv')) expect(/^"?[=@+].*/m.exec(text)?.[0]).toBe(undefined);
    expect(text.includes('\u001b')).toBe(false);
  });
});
