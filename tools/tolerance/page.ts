import { DATA_KINDS } from './draws.ts';
import { FIXED } from './judges.ts';
import { OURS, type Trial } from './trial.ts';

/** The result as a page of Markdown. */
export function tolerancePage(trials: readonly Trial[], backend: string): string {
  const products = trials[0]?.products ?? 0;
  return `# What the tolerance catches

Products of two vectors of n float32 numbers, ${products} right ones and ${products} mutants with **one term dropped** of
each kind, computed by \`tf.matMul\` on wasm (${backend}) and judged by five tolerances. The first is the bound of
\`properties/rounding/rounding.ts\`: c(n) u sum|x_i y_i| with u = 2^-24 and c(n) = min(n, 4 sqrt(n)), n where terms are equal. The
others are the default tolerances of frameworks' own tests: ${FIXED.map(
    ({ name, relative, absolute }) => `${name} (rtol ${relative}, atol ${absolute})`,
  ).join(', ')}.

\`\`\`sh
npm run bench:tolerance   # writes this page and its picture; fails if a promise below is broken
\`\`\`

Promised: on uniform data at n = 4096 at least 90 % of the mutants are refused; no right product is, on any data; inputs
times 1e-2 change nothing.

![Share of mutants refused and of right products refused, by tolerance, data and n](tolerance.svg)

Each cell: mutants refused / right products refused, in %. A right product refused is a **false alarm**.

${DATA_KINDS.map((kind) => section(kind, trials)).join('\n\n')}

*c needed* is the largest error of a right product over u sum|x_i y_i|, *c granted* what the bound allows there. Equal terms
all round one way, so constant data need far more than drawn data, and from n = 4096 on one dropped term of n equal ones,
1/n of the sum, lies within what rounding may do: n u = 1/n.
`;
}

function section(kind: string, trials: readonly Trial[]): string {
  const names = [OURS, ...FIXED.map(({ name }) => name)];
  const lines = trials
    .filter((trial) => trial.kind === kind)
    .map(({ scale, n, verdicts, needed, granted }) => {
      const cells = verdicts.map(({ killed, falseAlarms }) => `${percent(killed)} / ${percent(falseAlarms)}`);
      return `| ${[scale, n, ...cells, needed.toPrecision(3), granted.toPrecision(4)].join(' | ')} |`;
    });
  return `## ${titles[kind] ?? kind}

| Scale | n | ${names.join(' | ')} | c needed | c granted |
| ---: | ---: |${' ---: |'.repeat(names.length + 2)}
${lines.join('\n')}`;
}

const titles: Readonly<Record<string, string>> = {
  uniform: 'Uniform in -1 to 1',
  normal: 'Standard normal',
  'log-uniform': 'Log-uniform, sizes from 1e-3 to 10',
  constant: 'Constant: all terms of a product are equal',
};

/** A share in %, never rounded to 0 or 100 if it is not. */
function percent(share: number): string {
  if (share === 0 || share === 1) return String(100 * share);
  return share < 0.001 ? '<0.1' : share > 0.999 ? '>99.9' : (100 * share).toFixed(1);
}
