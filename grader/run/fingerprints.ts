import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { onDisk } from '../store/disk-fault.ts';
import { replaceFile } from '../store/durable.ts';
import { linesOf } from '../store/lines.ts';
import { openRegular } from '../store/regular-file.ts';
import { codeOf, UsageError } from '../text/errors.ts';
import { jsonLine } from '../text/json-text.ts';

/** What similarity compares of a source, made when it is read: see shapeHash. It must be a value of JSON. */
export type Fingerprint = string | null;

/** The fingerprints of what was handed in, by id. */
export type Fingerprints = Map<string, Fingerprint>;

/** What a run that ended keeps of its class, for what comes later without the class: `merge`, and `grade --only`. */
export interface KeptFingerprints {
  /** of the ids of the whole class, also if the run is one of its shards */
  classHash: string;
  /** of each submission of the run */
  fingerprints: Fingerprints;
}

const NAME = 'fingerprints.jsonl';
const SCHEMA = 'backproof/fingerprints/1';

/** `sha256:…` of the ids of a class, which tells whether two runs were of the same submissions. */
export function classHashOf(ids: readonly string[]): string {
  return `sha256:${createHash('sha256').update(JSON.stringify(ids)).digest('hex')}`;
}

/** Writes the file whole: it is there exactly if the last run in the folder came to its end. */
export async function keepFingerprints(folder: string, { classHash, fingerprints }: KeptFingerprints): Promise<void> {
  function* lines(): Generator<string> {
    yield jsonLine({ schema: SCHEMA, classHash, submissions: fingerprints.size });
    for (const submission of [...fingerprints.keys()].sort())
      yield jsonLine({ submission, fingerprint: fingerprints.get(submission) ?? null });
  }
  await onDisk(join(folder, NAME), () => replaceFile(folder, NAME, lines()));
}

/** @returns Null if no run in the folder came to its end since another began, or the file is damaged. */
export async function keptFingerprints(folder: string): Promise<KeptFingerprints | null> {
  const handle = await openRegular(join(folder, NAME), 'read').catch((error: unknown) => {
    if (error instanceof UsageError) throw error;
    if (codeOf(error) === 'ENOENT') return null;
    throw new UsageError(`${join(folder, NAME)} cannot be read (${codeOf(error) ?? 'unknown error'})`);
  });
  if (handle === null) return null;
  try {
    let head: { classHash: string; submissions: number } | null = null;
    const fingerprints: Fingerprints = new Map();
    for await (const { bytes } of linesOf(handle)) {
      const json = parsed(bytes.toString('utf8'));
      if (head === null) {
        if (json?.['schema'] !== SCHEMA || typeof json['classHash'] !== 'string') return null;
        head = { classHash: json['classHash'], submissions: Number(json['submissions']) };
      } else if (typeof json?.['submission'] === 'string') {
        fingerprints.set(json['submission'], typeof json['fingerprint'] === 'string' ? json['fingerprint'] : null);
      }
    }
    return head === null || fingerprints.size !== head.submissions ? null : { classHash: head.classHash, fingerprints };
  } finally {
    await handle.close();
  }
}

/** Called when a run begins: what is there then is of another one. */
export async function dropFingerprints(folder: string): Promise<void> {
  await onDisk(join(folder, NAME), () => rm(join(folder, NAME), { force: true }));
}

function parsed(line: string): Record<string, unknown> | null {
  try {
    const json: unknown = JSON.parse(line);
    return typeof json === 'object' ? (json as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
