import { html } from '../../grader/report/html/escape.ts';
import { loadEntries } from '../../properties/entry/entries.ts';
import type { Page } from '../pages/frame.ts';

const entries = await loadEntries();

/** The page that tries a value of any formula. */
export const computePage: Page = {
  title: 'Try a value',
  path: 'compute.html',
  description:
    'Compute any of the formulas on values of your own, in the page: the reference in float64, TensorFlow.js on WebAssembly and WebGPU, and whether they agree.',
  scripts: ['compute'],
  main: html`<h1>Try a value</h1>
<p>Type values into a formula and see what the reference computes in float64. TensorFlow.js can compute the same beside it,
on WebAssembly, WebGPU and plain JavaScript, held to the bound that the tests use.</p>
<noscript><p class="panel">This page computes in your browser, so it needs JavaScript. <code>backproof compute</code> does the same on a command line.</p></noscript>
<form class="compute-chooser" hidden>
<label for="compute-name">Formula</label>
<input id="compute-name" list="compute-names" autocomplete="off" autocapitalize="none" spellcheck="false" aria-describedby="compute-name-error">
<datalist id="compute-names">
${entries.map(
  ({ entry }) => html`<option value="${entry.id}">${entry.title}</option>
`,
)}</datalist>
<p class="compute-error" id="compute-name-error" role="alert"></p>
</form>
<div id="compute-formula"></div>`,
};
