import type { AccuracyRow } from '../pages/facts.ts';

/** The rows of docs/accuracy.md, which is where `npm run accuracy` keeps what it measured, by the path of the formula. */
export function readAccuracy(page: string): Map<string, AccuracyRow[]> {
  const rows = new Map<string, AccuracyRow[]>();
  for (const line of page.split('\n')) {
    const [, path, gradient, rest] = /^\| `([a-z0-9/-]+)( gradient)?` \| (.*) \|$/.exec(line) ?? [];
    if (path === undefined || rest === undefined) continue;
    const [kind, points, worstUlp, limit, ofBound, ofDocstring, ...where] = rest.split('|').map((cell) => cell.trim());
    const row: AccuracyRow = {
      of: gradient === undefined ? 'value' : 'gradient',
      class: kind ?? '',
      points: points ?? '',
      worstUlp: worstUlp ?? '',
      limit: limit ?? '',
      ofBound: ofBound ?? '',
      ofDocstring: ofDocstring ?? '',
      where: where.join('|'),
    };
    rows.set(path, [...(rows.get(path) ?? []), row]);
  }
  return rows;
}
