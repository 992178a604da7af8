import { nameOf } from '../../properties/entry/entries.ts';
import { promiseLines } from './promise.ts';
import type { BenchResult } from './result.ts';
import { tableOf } from './table.ts';

/** The result as a page of Markdown. */
export function benchPage(result: BenchResult, name: string): string {
  const { head, rows } = tableOf(result);
  const started = result.backends.filter((backend) => backend.started);
  const missing = result.backends.filter((backend) => !backend.started);
  return `# How fast the formulas are

Milliseconds a call of each formula in \`reference/\` and in \`accelerated/\` on each backend that started, forward and
gradient, at three sizes: matrices of 16, 128 and 512 rows and columns; images 8x8x3, 32x32x16 and 64x64x32, eight at a
time; sequences [batch, time, features] of 8x8x8, 32x20x32 and 64x50x128. A call of the accelerated side takes float64
arrays, uploads, computes and reads back, as everything in this project calls it.

\`\`\`sh
npm run bench   # writes ${name}.md, ${name}.json and ${name}.svg; --formula, --size, --backend and --limit choose
\`\`\`

**Ratio**: the reference's time over the backend's, the median over rounds in which both had their turns in one process:
above 1 the backend is faster. Each backend has a process of its own; the column of the reference is its time beside
${result.cells.some(({ backend }) => backend === 'cpu') ? 'cpu' : 'the first backend'}. Times themselves depend on what else the machine does: ${result.machine}, with a load of
${result.load.map((load) => load.toFixed(1)).join(' at the beginning and ')} at the end, counted in processes that run or wait to.
${againLine(result)}
A cell of which one call takes longer than ${result.limitMs / 1000} s is not measured further, nor at a larger size.

![Ratio of the reference's time to each backend's, by formula, size and direction](${name}.svg)

No oracle is to be slower than 30 times tfjs on cpu at the middle size; the last column says so in the direction that is
worse.

${promiseLines(result.cells)
  .map((line) => `- ${line}`)
  .join('\n')}

${started.map(({ name: backend, detail }) => `- ${backend}: ${detail}`).join('\n')}
${missing.map(({ name: backend, detail }) => `- ${backend} was not measured: ${detail}`).join('\n')}

Not measured, since no size of an argument makes them slow or since there is no accelerated side to compare with:
${result.unmeasured.map((path) => nameOf(path)).join(', ')}.

| ${head.join(' | ')} |
| ${head.map((_, column) => (column < 3 ? '---' : '---:')).join(' | ')} |
${rows.map((row) => `| ${row.join(' | ')} |`).join('\n')}
`;
}

function againLine({ again }: BenchResult): string {
  if (!again) return '';
  const each = Object.entries(again).map(
    ([formula, load]) => `${nameOf(formula)} (load ${load.map((one) => one.toFixed(1)).join(' and ')})`,
  );
  return `\nMeasured again since, as their code had changed: ${each.join(', ')}.\n`;
}
