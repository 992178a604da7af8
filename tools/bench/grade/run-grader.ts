import { spawn } from 'node:child_process';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SubmissionRecord } from '../../../grader/record/record.ts';
import { EXERCISES, ownSource } from './sources.ts';

/** One run of `backproof grade` over a class. */
export interface Graded {
  seconds: number;
  records: SubmissionRecord[];
  /** MiB of the parent, in the order of time; empty if the system does not tell */
  memory: number[];
}

const BIN = fileURLToPath(new URL('../../../grader/bin.mjs', import.meta.url));
const SAMPLE_MS = 250;
const SEED = 7;

/** Writes a class of the sources, no two submissions equal, and grades it as an instructor would. */
export async function runGrader(folder: string, sources: readonly string[], jobs: number): Promise<Graded> {
  const [classFolder, out, assignment] = ['class', 'out', 'four.json'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  await rm(folder, { recursive: true, force: true });
  await mkdir(classFolder, { recursive: true });
  await writeFile(
    assignment,
    JSON.stringify({ title: 'four', exercises: EXERCISES.map((name) => ({ name, points: 10 })) }),
  );
  for (const [i, source] of sources.entries()) {
    await writeFile(join(classFolder, `student${String(i).padStart(5, '0')}.ts`), ownSource(source, i));
  }
  const args = ['grade', classFolder, '--assignment', assignment, '--out', out, '--seed', String(SEED)];
  const { seconds, memory } = await timed([BIN, ...args, '--jobs', String(jobs), '--json']);
  const lines = (await readFile(join(out, 'results.jsonl'), 'utf8')).trim().split('\n');
  return { seconds, memory, records: lines.map((line) => JSON.parse(line) as SubmissionRecord) };
}

function timed(args: readonly string[]): Promise<{ seconds: number; memory: number[] }> {
  return new Promise((resolve, reject) => {
    const begin = performance.now();
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] });
    const memory: number[] = [];
    const sampler = setInterval(() => {
      residentMebibytes(child.pid).then(
        (mebibytes) => memory.push(mebibytes),
        // The system does not tell, or the process has just ended.
        () => undefined,
      );
    }, SAMPLE_MS);
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      clearInterval(sampler);
      if (code === 0) resolve({ seconds: (performance.now() - begin) / 1000, memory });
      else reject(new Error(`backproof grade ended with ${signal ?? `exit code ${code}`}`));
    });
  });
}

/** Only Linux has this file. */
async function residentMebibytes(pid: number | undefined): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  const kibibytes = /^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1];
  if (kibibytes === undefined) throw new Error('no VmRSS');
  return Number(kibibytes) / 1024;
}
