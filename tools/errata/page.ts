import type { Located } from '../../properties/entry/entries.ts';
import { toJson } from '../../properties/values/value.ts';

/** The page of errata: where the course notes are wrong or say two things, and an input on which the printed form fails. */
export function errataPage(located: readonly Located[]): string {
  const rows = located.flatMap(({ path, entry }) =>
    (entry.errata ?? []).map(({ where, printed, holds, variant }) => {
      const fails =
        variant === undefined ? 'a matter of words or of convention' : `\`${JSON.stringify(toJson(variant.fails))}\``;
      const formula = `[${entry.id}](../properties/${path}.ts)`;
      return { where, row: `| ${[where, cell(printed), cell(holds), formula, cell(fails)].join(' | ')} |` };
    }),
  );
  const sorted = rows.sort((a, b) => (a.where < b.where ? -1 : a.where > b.where ? 1 : 0));
  return `# Errata of the course notes

Written by \`npm run errata\` from the entries. If the printed form can be computed, it is there as a wrong variant, and
a test of the reference shows that it fails on the input of the last column.

| where | as printed | what holds | formula | an input on which the printed form fails |
| --- | --- | --- | --- | --- |
${sorted.map(({ row }) => row).join('\n')}
`;
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}
