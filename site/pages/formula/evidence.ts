import { type Html, html } from '../../../grader/report/html/escape.ts';
import type { Golden } from '../../../properties/entry/entries.ts';
import type { Erratum, Known } from '../../../properties/entry/entry.ts';
import type { Law } from '../../../properties/entry/law.ts';
import type { BenchResult } from '../../../tools/bench/result.ts';
import { tableOf } from '../../../tools/bench/table.ts';
import { highlighted, scrolling } from '../code.ts';
import { divergenceCard } from '../divergence-card.ts';
import type { AccuracyRow, FormulaFacts } from '../facts.ts';
import { call, literal } from '../literal.ts';
import { inline } from '../markdown.ts';
import { anchorOf, capitalized } from '../names.ts';

// What is known of a formula beside the formula: each part of its page from one part of the facts.

/** The laws, in words. */
export function lawsPart(laws: readonly Law[]): Html {
  return html`<p>Sentences that any right implementation obeys. Each is tested on drawn inputs, for the reference, for every backend, and for what students write.</p>
<ul class="laws">
${laws.map(
  ({ name, extended }) => html`<li>${name}${extended ? html` <span class="chip">beyond the exercise</span>` : null}</li>
`,
)}</ul>
`;
}

/** Values that somebody computed by hand or printed, and where those of other frameworks come from. */
export function workedPart(id: string, worked: readonly Known[], golden: Golden | null): Html {
  const framework =
    golden === null
      ? null
      : html`<p>Beside these, ${golden.cases.length} values of ${golden.source.package} ${golden.source.version} (${golden.source.dtype}) are compared: ${inline(golden.source.call)}.</p>
`;
  return html`${worked.map(
    ({ name, origin, args, expected }) => html`<div class="worked">
<h3>${capitalized(name)}</h3>
${scrolling(html`<pre class="wraps"><code>${highlighted(`${call(id, args as never)}\n// ${literal(expected).replaceAll('\n', '\n// ')}`)}</code></pre>`, `Worked value: ${name}`)}
<p class="soft small">Source: ${origin}</p>
</div>
`,
  )}${framework}`;
}

/** What the course notes print and what holds; the page of all errata adds which formula it is about. */
export function errataPart(id: string, errata: readonly Erratum[], about: Html | null = null): Html {
  if (errata.length === 0)
    return html`<p>We know of no error in how the course notes print it.</p>
`;
  return html`${errata.map(
    ({ where, printed, holds, variant }) => html`<div class="panel">
<h3>${capitalized(where)}</h3>
<dl class="pairs">${about ? html`<dt>Formula</dt><dd>${about}</dd>` : null}<dt>As printed</dt><dd>${printed}</dd><dt>What holds</dt><dd>${holds}</dd>${
      variant
        ? html`<dt>It fails on</dt><dd><code>${call(id, variant.fails)}</code></dd>`
        : html`<dt>Kind</dt><dd>a matter of words or of convention</dd>`
    }</dl>
</div>
`,
  )}`;
}

/** The worst error that was measured against 64 digits. */
export function accuracyPart(rows: readonly AccuracyRow[], root: string): Html {
  if (rows.length === 0)
    return html`<p>It takes and gives whole numbers only, so there is no rounding to measure.</p>
`;
  return html`${scrolling(accuracyTable(rows.map((row) => ({ name: capitalized(row.of), row }))), 'Accuracy')}
${rows.map(({ of, where }) =>
  where === ''
    ? null
    : html`<p class="small soft">Worst ${of}: ${inline(where)}</p>
`,
)}<p class="small"><a href="${root}accuracy.html">What the columns mean, and how it was measured</a></p>
`;
}

/** Rows of docs/accuracy.md under its own headings. */
export function accuracyTable(rows: readonly { name: Html | string; row: AccuracyRow }[]): Html {
  const hasDocstring = rows.some(({ row }) => row.ofDocstring !== '');
  return html`<table><thead><tr><th scope="col">Of</th><th scope="col">Class</th><th scope="col" class="num">Points</th><th scope="col" class="num">Worst, ulp</th><th scope="col">Limit</th><th scope="col" class="num">Of bound</th>${hasDocstring ? html`<th scope="col" class="num">Of docstring’s</th>` : null}</tr></thead><tbody>
${rows.map(
  ({ name, row }) =>
    html`<tr><th scope="row">${name}</th><td>${row.class}</td><td class="num">${row.points}</td><td class="num">${row.worstUlp}</td><td>${row.limit}</td><td class="num">${row.ofBound}</td>${hasDocstring ? html`<td class="num">${row.ofDocstring}</td>` : null}</tr>
`,
)}</tbody></table>`;
}

/** Where TensorFlow.js itself is wrong, as far as the formula meets it. */
export function divergencesPart({ accelerated, divergences }: FormulaFacts, root: string): Html {
  const { met, ofOps } = divergences;
  if (accelerated === null)
    return html`<p>There is no accelerated code that could meet one.</p>
`;
  if (met.length + ofOps.length === 0)
    return html`<p>The ops that the accelerated code calls diverge on none of the backends, as far as we know.</p>
`;
  const families = [...new Set(ofOps.map(({ op }) => op))];
  return html`${met.length === 0 ? html`<p>The code meets no divergence.</p>` : html`<p>Where TensorFlow.js gives something else than the true value, and what the code does instead.</p>`}
${met.map((divergence) => divergenceCard(divergence))}${
  families.length === 0
    ? null
    : html`<h3>Further divergences of ops that the code calls</h3>
<ul>
${ofOps.map(
  ({
    id,
    op,
    input,
  }) => html`<li>${op}: <a href="${root}divergences.html#${anchorOf(id)}"><code>${input}</code></a></li>
`,
)}</ul>
`
}`;
}

/** Times of the reference and of each backend. */
export function speedPart({ path, accelerated }: FormulaFacts, bench: BenchResult, root: string): Html {
  const cells = bench.cells.filter(({ formula }) => formula === path);
  if (cells.length === 0) {
    return html`<p>${whyUnmeasured(path, accelerated !== null, bench)}</p>
`;
  }
  const { head, rows } = tableOf({ ...bench, cells });
  // The first column is the formula, which the page is about; the last is a promise of the whole bench.
  const own = (cells: readonly string[]): string[] => cells.slice(1, -1);
  return html`${scrolling(benchTable(own(head), rows.map(own)), 'Speed')}
<p class="small soft">Ratio: how many times faster than the reference, uploading and reading back included. ${bench.machine}. <a href="${root}speed.html">How it was measured</a></p>
`;
}

function whyUnmeasured(path: string, isAccelerated: boolean, bench: BenchResult): string {
  if (!isAccelerated) return 'Not measured: there is no accelerated code to compare with.';
  return bench.unmeasured.includes(path) ? 'Not measured: no size of an argument makes it slow.' : 'Not measured yet.';
}

export function benchTable(head: readonly string[], rows: readonly (readonly string[])[]): Html {
  const words = new Set(['formula', 'size', 'direction']);
  const kind = (column: number): Html | null => (words.has(head[column] ?? '') ? null : html` class="num"`);
  return html`<table><thead><tr>${head.map((name, n) => html`<th scope="col"${kind(n)}>${name}</th>`)}</tr></thead><tbody>
${rows.map(
  (row) => html`<tr>${row.map((cell, n) => html`<td${kind(n)}>${cell}</td>`)}</tr>
`,
)}</tbody></table>`;
}
