import { inNaturalOrder } from '../text/natural-order.ts';
import type { SubmissionRecord } from './record.ts';

/**
 * The records of a class, in the order of the ids, to be gone through as often as needed: a list, or a file that is read line by
 * line. A hundred thousand do not fit into memory, so keep ids and counts of them, never the records.
 */
export interface Records extends Iterable<SubmissionRecord> {
  readonly length: number;
}

/** Records in a file. */
export interface StoredRecords extends Records {
  readonly ids: readonly string[];
  recordOf(id: string): SubmissionRecord | null;
}

/** Those of a class that `isWanted` names, which are `length` in number. */
export function someOf(records: Records, length: number, isWanted: (id: string) => boolean): Records {
  return {
    length,
    *[Symbol.iterator]() {
      for (const record of records) if (isWanted(record.submission)) yield record;
    },
  };
}

/** The same records, so that one of them can be found. */
export function findable(records: Records): StoredRecords {
  if (isStored(records)) return records;
  const byId = new Map(Array.from(records, (record) => [record.submission, record]));
  return {
    length: records.length,
    ids: [...byId.keys()],
    recordOf: (id) => byId.get(id) ?? null,
    [Symbol.iterator]: () => records[Symbol.iterator](),
  };
}

/** The same records as people count their ids: `s2` before `s10`. */
export function asPeopleCount(records: Records): StoredRecords {
  const stored = findable(records);
  const ids = [...stored.ids].sort(inNaturalOrder);
  return {
    length: stored.length,
    ids,
    recordOf: (id) => stored.recordOf(id),
    *[Symbol.iterator]() {
      for (const id of ids) {
        const record = stored.recordOf(id);
        if (record !== null) yield record;
      }
    },
  };
}

function isStored(records: Records): records is StoredRecords {
  return 'recordOf' in records;
}
