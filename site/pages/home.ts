import { html } from '../../grader/report/html/escape.ts';
import type { Facts } from './facts.ts';
import { summaryOf } from './formula/page.ts';
import type { Page } from './frame.ts';
import { formulaPath, lecturePath, topicTitle } from './names.ts';

/** The list of all formulas, with the search. */
export function homePage({ lectures }: Facts): Page {
  const count = lectures.reduce((sum, { formulas }) => sum + formulas.length, 0);
  return {
    title: 'The formulas of neural networks, proven',
    path: 'index.html',
    description: `${count} formulas of neural networks, each with its code, the laws that it obeys, worked values and measured accuracy.`,
    scripts: ['search'],
    main: html`<h1>The formulas of neural networks, proven</h1>
<p class="lead">${count} formulas of a university course. Each is here as mathematics, as plain code and as TensorFlow.js code, with the laws that
any right implementation obeys, values worked by hand, and its measured accuracy and speed.
<a href="playground.html">Write one yourself</a> and see whether it holds.</p>
<search class="search">
<label for="search">Search the formulas <span class="soft small">(<kbd>/</kbd> brings you here)</span></label>
<input id="search" type="search" autocomplete="off" spellcheck="false" aria-controls="found" data-index="data/search.json">
<p id="found-count" class="soft small" role="status"></p>
<ol id="found" class="found" hidden></ol>
</search>
<div id="all">
${lectures.map(
  ({ number, topic, formulas }) => html`<section aria-labelledby="lecture-${number}">
<h2 id="lecture-${number}"><a href="${lecturePath(number)}">Lecture ${number}: ${topicTitle(topic)}</a></h2>
<ul class="formulas">
${formulas.map(
  (formula) =>
    html`<li><a href="${formulaPath(formula.entry.id)}" title="${plainSummary(formula)}">${formula.entry.title}</a> <code class="soft">${formula.entry.id}</code></li>
`,
)}</ul>
</section>
`,
)}</div>`,
  };
}

function plainSummary(formula: Parameters<typeof summaryOf>[0]): string {
  return summaryOf(formula).replaceAll(/[$`]/g, '');
}
