import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ExerciseStatus, SubmissionRecord } from '../record/record.ts';

/** An entry of the class folder: a file, a folder of files, a link, or a named pipe. */
export type Made = string | Buffer | { folder: Readonly<Record<string, string>> } | { link: string } | 'fifo';

/** What a record must say of a hostile submission. It aims at softmax; relu beside it is honest. */
export interface Expected {
  status: SubmissionRecord['status'];
  /** null if there are no exercises */
  softmax: ExerciseStatus | readonly ExerciseStatus[] | null;
  /** what the honest function beside the attack earns all the same */
  relu: number;
  /** what the record's message must contain, if it matters */
  message?: string;
}

/** One hostile entry of a class. */
export interface ClassAttack {
  /** its name in the class folder */
  entry: string;
  /** the id of its record; without it the entry's name up to its last dot */
  id?: string;
  made: Made;
  expected: Expected;
}

/** Exercises and points of the class, with limits that keep the test short. */
export const ATTACKED = {
  title: 'Attacked',
  exercises: [
    { name: 'softmax', points: 10 },
    { name: 'relu', points: 2 },
  ],
  limits: { ticks: 60, memoryMiB: 16, sourceKiB: 512 },
};

/** Honest code for both exercises. */
export const HONEST_RELU = 'export function relu(z) { return z > 0 ? z : 0; }\n';
export const HONEST_SOFTMAX = `export function softmax(logits) {
  return logits.map((row) => {
    const top = Math.max(...row);
    const powers = row.map((z) => Math.exp(z - top));
    const sum = powers.reduce((a, b) => a + b, 0);
    return powers.map((p) => p / sum);
  });
}
`;

/** Writes an entry into the class folder; false if this system has no such thing. */
export function makeEntry(classFolder: string, entry: string, made: Made): boolean {
  const path = join(classFolder, entry);
  try {
    if (made === 'fifo') execFileSync('mkfifo', [path], { stdio: 'ignore' });
    else if (typeof made === 'string' || Buffer.isBuffer(made)) writeFileSync(path, made);
    else if ('link' in made) symlinkSync(made.link, path);
    else {
      mkdirSync(path);
      for (const [name, code] of Object.entries(made.folder)) {
        mkdirSync(dirname(join(path, name)), { recursive: true });
        writeFileSync(join(path, name), code);
      }
    }
    return true;
  } catch (error) {
    // No FIFOs and odd names on Windows, and links need a privilege there.
    if (process.platform === 'win32') return false;
    throw error;
  }
}
