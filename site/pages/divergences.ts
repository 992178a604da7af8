import { BACKENDS } from '../../accelerated/backend-names.ts';
import type { SeenDivergence } from '../../accelerated/divergence.ts';
import { type Content, html } from '../../grader/report/html/escape.ts';
import { familyOf } from '../../tools/divergences/page-text.ts';
import { divergenceCard } from './divergence-card.ts';
import type { Facts } from './facts.ts';
import type { Page } from './frame.ts';
import { anchorOf, formulaPath } from './names.ts';

/** Where TensorFlow.js is wrong, by op; a small script shows those of one op or backend. */
export function divergencesPage({ divergences, lectures }: Facts): Page {
  const seen = divergences.filter((it) => Object.keys(it.seen).length > 0);
  const families = [...new Set(seen.map(({ op }) => familyOf(op)))].sort();
  const backends = BACKENDS.filter((name) => seen.some((it) => it.seen[name] !== undefined));
  const formulas = lectures.flatMap((lecture) => lecture.formulas);
  const met = new Set(formulas.flatMap((formula) => formula.divergences.met));
  const metBy = (divergence: SeenDivergence): Content => {
    const meeting = formulas.filter((it) => it.divergences.met.includes(divergence));
    if (meeting.length === 0) return null;
    return meeting.map(({ entry }, n) => [
      n === 0 ? '' : ', ',
      html`<a href="${formulaPath(entry.id)}#divergences">${entry.title}</a>`,
    ]);
  };
  return {
    title: 'Where TensorFlow.js is wrong',
    path: 'divergences.html',
    description: `${seen.length} divergences of ${families.length} ops of TensorFlow.js 4.22 from the true value, each with its smallest input and what every backend gave.`,
    scripts: ['filter'],
    main: html`<h1>Where TensorFlow.js is wrong</h1>
<p class="lead">${seen.length} divergences of ${families.length} ops, ${met.size} of which a formula meets. Each has the smallest input that shows it.</p>
<p>A backend is named where the result was seen and nowhere else. Where a convention decides the true value (a gradient at a tie, a default of
Keras), it is TensorFlow’s.</p>
<form class="filters panel" id="filters">
<p><label for="op">Op</label><br><select id="op" name="op"><option value="">all ops</option>${families.map((op) => html`<option>${op}</option>`)}</select></p>
<p><label for="backend">Backend</label><br><select id="backend" name="backend"><option value="">all backends</option>${backends.map((name) => html`<option>${name}</option>`)}</select></p>
<p id="shown" class="soft" role="status"></p>
</form>
<nav class="ops" aria-label="Ops"><p class="small">${families.map((op, n) => [n === 0 ? '' : ' ', html`<a href="#op-${anchorOf(op)}">${op}</a>`])}</p></nav>
${families.map(
  (op) => html`<section class="op" data-op="${op}" aria-labelledby="op-${anchorOf(op)}">
<h2 id="op-${anchorOf(op)}">${op}</h2>
<div class="cards">${seen
    .filter((it) => familyOf(it.op) === op)
    .map((it) => divergenceCard(it, metBy(it)))}</div></section>
`,
)}`,
  };
}
