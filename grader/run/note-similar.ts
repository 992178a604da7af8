import { recordLine } from '../store/record-line.ts';
import type { Store } from '../store/store.ts';
import type { Fingerprints } from './fingerprints.ts';
import { Similar } from './similar.ts';

/**
 * Writes into the records which submissions are alike, and leaves out those that are dropped. This is the one place where the
 * whole class is compared: at the end of a run, and after shards were merged, so that the result does not depend on the order,
 * the number or the parts of the runs.
 */
export async function noteSimilar(
  store: Store,
  fingerprints: Fingerprints,
  dropped: ReadonlySet<string> = new Set(),
): Promise<void> {
  const similar = new Similar();
  for (const id of [...store.records.keys()].filter((each) => !dropped.has(each)).sort()) {
    similar.add(id, store.records.get(id)?.sourceHash ?? null, fingerprints.get(id) ?? null);
  }
  const isNoted = async (): Promise<boolean> => {
    for await (const { submission, sourceHash, similarTo } of store.read()) {
      if (similar.to(submission, sourceHash).join('\0') !== similarTo.join('\0')) return false;
    }
    return true;
  };
  if (dropped.size === 0 && (await isNoted())) return;
  async function* noted(): AsyncGenerator<string> {
    for await (const record of store.read()) {
      if (dropped.has(record.submission)) continue;
      yield recordLine({ ...record, similarTo: similar.to(record.submission, record.sourceHash) });
    }
  }
  await store.replaceAll(noted());
}
