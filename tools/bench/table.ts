import Table from 'cli-table3';
import { nameOf } from '../../properties/entry/entries.ts';
import type { Measured } from './cell.ts';
import { promiseOf } from './promise.ts';
import type { BenchResult } from './result.ts';
import { shownOutcome, shownRatio } from './shown.ts';

/** The result for a terminal: a row per formula, size and direction, a column per backend. */
export function terminalTable(result: BenchResult): string {
  const { head, rows } = tableOf(result);
  const table = new Table({ head, style: { head: [], border: [], compact: true }, colAligns: alignments(head) });
  table.push(...rows);
  return table.toString();
}

/** What a table of the result holds: times of the reference, and of each backend its time and the ratio. */
export function tableOf({ backends, cells }: BenchResult): { head: string[]; rows: string[][] } {
  const names = backends.filter(({ started }) => started).map(({ name }) => name);
  const head = [
    'formula',
    'size',
    'direction',
    'reference',
    ...names.flatMap((name) => [name, 'ratio']),
    '<= 30 x cpu',
  ];
  const keyOf = ({ formula, size, direction }: Measured): string => [formula, size, direction].join(' ');
  const kept = new Map(
    promiseOf(cells).map((one) => [`${one.formula} middle ${one.direction}`, VERDICTS[one.verdict]]),
  );
  const rows = [...new Set(cells.map(keyOf))].map((key) => {
    const group = cells.filter((cell) => keyOf(cell) === key);
    const { formula, size, direction } = group[0] as Measured;
    const ofBackends = names.flatMap((name) => {
      const cell = group.find(({ backend }) => backend === name);
      return cell ? [shownOutcome(cell.outcomes.backend), shownRatio(cell)] : ['', ''];
    });
    const own = kept.get(key) ?? '';
    return [nameOf(formula), size, direction, shownOutcome(referenceOf(group)), ...ofBackends, own];
  });
  return { head, rows };
}

const VERDICTS = { kept: 'kept', missed: 'MISSED', open: 'open' } as const;

/** The reference beside cpu if it was measured there, otherwise beside the first. */
function referenceOf(group: readonly Measured[]): Measured['outcomes']['reference'] {
  const cell = group.find(({ backend }) => backend === 'cpu') ?? (group[0] as Measured);
  return cell.outcomes.reference;
}

function alignments(head: readonly string[]): ('left' | 'right')[] {
  return head.map((_, column) => (column < 3 ? 'left' : 'right'));
}
