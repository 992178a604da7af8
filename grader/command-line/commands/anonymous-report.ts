import type { ClassReport } from '../../report/class-report.ts';
import { csvText } from '../../report/csv.ts';
import { anonymousReport } from '../../report/pseudonyms.ts';
import { writeOwned } from '../../report/write-owned.ts';
import { fullName } from '../../roster/person-name.ts';
import type { StoredResults } from '../../store/stored-results.ts';
import { UsageError } from '../../text/errors.ts';

/** Those that need not name the students. */
export const ANONYMOUS: readonly string[] = ['table', 'csv', 'html', 'feedback', 'junit'];
const PSEUDONYMS = 'pseudonyms.csv';

/** The class under pseudonyms; who is who goes to a file of its own that its owner alone may read. */
export async function underPseudonyms(whole: ClassReport, results: StoredResults): Promise<ClassReport> {
  const secret = await results.secret();
  if (typeof secret === 'number')
    throw new UsageError('--anonymous needs the key of a class: from a seed anybody could find out the pseudonyms');
  const { report: hidden, pseudonyms } = anonymousReport(whole, secret);
  const names = new Map(whole.entries.map(({ student, submission }) => [submission ?? student.id, fullName(student)]));
  const rows = [...pseudonyms].map(([id, pseudonym]) => [pseudonym, id, names.get(id) ?? null]);
  const text = csvText([['pseudonym', 'id', 'name'], ...rows]);
  const list = [{ name: PSEUDONYMS, text }];
  const [path] = await writeOwned(results.folder, 'pseudonyms', list, { prune: () => false, withInputs: true });
  process.stderr.write(`who is who: ${path}, for you alone\n`);
  return hidden;
}
