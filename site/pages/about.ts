import { html } from '../../grader/report/html/escape.ts';
import type { Facts } from './facts.ts';
import type { Page } from './frame.ts';
import { blockHtml, blocksOf } from './markdown.ts';

/** How to read the pages: what each part means, and the values that the formulas take. */
export function aboutPage({ lectures, documents }: Facts): Page {
  const example = lectures.flatMap(({ formulas }) => formulas).find(({ entry }) => entry.id === 'softmax');
  return {
    title: 'How to read these pages',
    path: 'about.html',
    description: 'What each part of a formula’s page means, and how values and shapes are written.',
    main: html`<h1>How to read these pages</h1>
<p class="lead">Every formula has a page of the same make${example ? html`, for instance <a href="formulas/softmax.html">${example.entry.title}</a>` : null}.</p>
<dl class="pairs">
<dt>The formula</dt><dd>as the source prints it. The symbols are those of the code where that is possible.</dd>
<dt>Shapes and conventions</dt><dd>what each symbol is in the code and which shape it has, then every parameter with what is legal. “Beyond the exercise” marks what the formula can do and students are not asked for.</dd>
<dt>Reference code</dt><dd>plain float64 code with the gradient derived by hand. It is written to be read beside the formula.</dd>
<dt>Accelerated code</dt><dd>the same on TensorFlow.js, where the gradient comes by automatic differentiation. The two are held against each other.</dd>
<dt>Laws</dt><dd>properties that hold for every input, such as “every row sums to 1”. A wrong implementation breaks at least one.</dd>
<dt>Worked values</dt><dd>results computed by hand or printed in a book, with where they come from.</dd>
<dt>Accuracy</dt><dd>the worst error against 64 digits, in ulp: gaps between neighbouring doubles. <a href="accuracy.html">More</a></dd>
<dt>Divergences</dt><dd>where TensorFlow.js itself is wrong, with the smallest input that shows it. <a href="divergences.html">All of them</a></dd>
<dt>Speed</dt><dd>how long a call takes, and how many times faster a backend is. <a href="speed.html">More</a></dd>
<dt>Errata</dt><dd>where the course notes print something else than what holds. <a href="errata.html">All of them</a></dd>
<dt>Write it yourself</dt><dd>leads to the <a href="playground.html">playground</a>, which judges your code as the command line does. <a href="hints.html">Hints</a> are on a page of their own.</dd>
</dl>
${valuesOf(documents.contract)}
<h2 id="keys">Keys</h2>
<p><kbd>/</kbd> leads to the search from every page. Formulas, code and tables that are wider than the page can be reached with <kbd>Tab</kbd> and scrolled with the arrows.</p>`,
  };
}

/** The contract's own section on values, up to what concerns the grader alone. */
function valuesOf(contract: string) {
  const blocks = blocksOf(contract);
  const start = blocks.findIndex((block) => block.kind === 'heading' && block.text === 'Values');
  if (start < 0) throw new Error("docs/contract.md: expected a section 'Values'");
  return html`${blocks.slice(start, start + 2).map((block) => blockHtml(block))}`;
}
