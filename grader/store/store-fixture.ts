import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { SubmissionRecord } from '../record/record.ts';
import type { FolderRequest } from './header.ts';
import type { StoredResults } from './stored-results.ts';
import { viewResults } from './view-results.ts';

export const REQUEST: FolderRequest = {
  assignment: 'all',
  seed: 1,
  keyFile: null,
  perSource: false,
  assignmentHash: 'sha256:a',
  assignmentArgument: 'all',
  oracle: 'wasm',
  shard: null,
};

/** The path of a folder that does not exist yet, in a temporary one that is removed when the test ends. */
export function newFolder(): string {
  const parent = mkdtempSync(join(tmpdir(), 'backproof-store-'));
  onTestFinished(() => rmSync(parent, { recursive: true, force: true }));
  return join(parent, 'out');
}

export function recordOf(submission: string, changes: Partial<SubmissionRecord> = {}): SubmissionRecord {
  return {
    schema: 'backproof/record/1',
    submission,
    status: 'graded',
    message: null,
    sourceHash: `sha256:${submission}`,
    oracleHash: 'sha256:o',
    seed: 1,
    keyHash: null,
    assignment: 'all',
    oracles: ['reference', 'wasm'],
    points: 8.5,
    maxPoints: 10,
    late: null,
    excused: false,
    decision: null,
    similarTo: [],
    exercises: [],
    startedAt: '2025-01-01T00:00:00.000Z',
    durationMs: 41,
    ...changes,
  };
}

export async function readAll(results: StoredResults): Promise<SubmissionRecord[]> {
  const all: SubmissionRecord[] = [];
  for await (const record of results.read()) all.push(record);
  return all;
}

/** The ids as a reader of the folder sees them. */
export async function viewedIds(folder: string): Promise<string[]> {
  const view = await viewResults(folder);
  try {
    return await idsOf(view);
  } finally {
    await view.close();
  }
}

export async function idsOf(results: StoredResults): Promise<string[]> {
  return (await readAll(results)).map(({ submission }) => submission);
}
