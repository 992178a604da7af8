import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SubmissionRecord } from '../../grader/record/record.ts';

// same-records.ts ONE OTHER: whether two folders of results hold the same records, bit for bit, apart from the times.

const [one = '', other = ''] = process.argv.slice(2);
const [ours, theirs] = [timeless(one), timeless(other)];
const differing = [...new Set([...ours.keys(), ...theirs.keys()])].filter((id) => ours.get(id) !== theirs.get(id));
console.log(
  differing.length === 0
    ? `${ours.size} records of ${one} and ${other} are the same, bit for bit`
    : `records differ between ${one} and ${other}: ${differing.join(', ')}`,
);
process.exitCode = differing.length === 0 && ours.size > 0 ? 0 : 1;

function timeless(folder: string): Map<string, string> {
  const lines = readFileSync(join(folder, 'results.jsonl'), 'utf8').split('\n').filter(Boolean);
  const records = lines.map((line) => JSON.parse(line) as SubmissionRecord);
  return new Map(
    records.map((record) => [record.submission, JSON.stringify({ ...record, startedAt: '', durationMs: 0 })]),
  );
}
