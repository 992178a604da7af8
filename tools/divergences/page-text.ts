import { type SeenDivergence, shownOutcome } from '../../accelerated/divergence.ts';

const HEAD = `# Where TensorFlow.js 4.22 is wrong

Written by \`npm run divergences:page\` from \`accelerated/divergences/\`; what each backend gave was measured by
\`npm run divergences:measure\` and is kept in \`accelerated/divergences.golden.json\`. \`npm run divergences\` looks for more.
The test suite measures every row again on each backend that starts, and fails if upstream has fixed one.

A backend is named where the result was seen and nowhere else. Where a convention decides the true value (a gradient at a
tie, a default of Keras), it is TensorFlow's. What is marked (WGSL) is the freedom that WGSL leaves to a device: it was
seen on SwiftShader, and other devices may be right. \`NaN\` and infinities are meant as such.
`;

/** The page for people, grouped by op; the same text for the same list. */
export function divergencesPage(divergences: readonly SeenDivergence[]): string {
  const groups = new Map<string, SeenDivergence[]>();
  for (const row of divergences.filter(({ seen }) => Object.keys(seen).length > 0)) {
    const family = familyOf(row.op);
    groups.set(family, [...(groups.get(family) ?? []), row]);
  }
  const sections = [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([op, rows]) => section(op, rows));
  const count = [...groups.values()].flat().length;
  return `${[`${HEAD}\n${count} divergences of ${groups.size} ops.`, ...sections].join('\n\n')}\n`;
}

/** `gradient of conv2d by the kernel` and `conv2d, strides` belong to conv2d. */
export function familyOf(op: string): string {
  return op.replace(/^(gradient|second derivative) of /, '').replace(/(,| by ).*$/, '');
}

function section(op: string, rows: readonly SeenDivergence[]): string {
  const lines = rows.flatMap((row) =>
    [...byOutcome(row)].map(([got, backends]) => {
      const asked = row.op === op ? '' : `${row.op}: `;
      const cells = [
        backends.map((name) => (row.wgsl && name === 'webgpu' ? 'webgpu (WGSL)' : name)).join(', '),
        `${asked}\`${row.input}\``,
        got,
        row.truth === 'an error' ? 'an error' : shownOutcome(row.truth),
        row.upstream,
        row.instead,
      ];
      return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
    }),
  );
  const head = '| backend | smallest input | got | true value | upstream | what Backproof does instead |';
  return [`## ${op}`, '', head, '| --- | --- | --- | --- | --- | --- |', ...lines].join('\n');
}

/** The backends that gave the same. */
export function byOutcome({ seen }: SeenDivergence): Map<string, string[]> {
  const result = new Map<string, string[]>();
  for (const [backend, outcome] of Object.entries(seen)) {
    const got = shownOutcome(outcome);
    result.set(got, [...(result.get(got) ?? []), backend]);
  }
  return result;
}
