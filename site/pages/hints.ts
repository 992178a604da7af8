import { html } from '../../grader/report/html/escape.ts';
import type { Facts } from './facts.ts';
import type { Page } from './frame.ts';
import { inline } from './markdown.ts';
import { anchorOf, formulaPath, topicTitle } from './names.ts';

/** What people write wrongly, and what to tell them: apart from the exercises, because it gives much away. */
export function hintsPage({ lectures }: Facts): Page {
  const formulas = lectures.flatMap((lecture) => lecture.formulas);
  const count = formulas.reduce((sum, { entry }) => sum + entry.misconceptions.length, 0);
  const withHints = lectures.map((lecture) => ({
    ...lecture,
    formulas: lecture.formulas.filter(({ entry }) => entry.misconceptions.length > 0),
  }));
  return {
    title: 'Hints',
    path: 'hints.html',
    description: `${count} wrong forms of formulas that people really write, with a hint for each.`,
    main: html`<h1>Hints</h1>
<p class="lead">${count} wrong forms that people really write, with what to think about. They give much away: try an exercise first.</p>
<nav aria-label="Formulas"><ul class="small">
${withHints.map(
  ({ number, topic, formulas }) =>
    html`<li>Lecture ${number}, ${topicTitle(topic)}: ${formulas.map(({ entry }, n) => [n === 0 ? '' : ', ', html`<a href="#${entry.id}">${entry.title}</a>`])}</li>
`,
)}</ul></nav>
${withHints.map(
  ({ number, topic, formulas }) => html`<section aria-labelledby="lecture-${number}">
<h2 id="lecture-${number}">Lecture ${number}: ${topicTitle(topic)}</h2>
${formulas.map(
  ({ entry }) => html`<section class="hints" aria-labelledby="${entry.id}">
<h3 id="${entry.id}"><a href="${formulaPath(entry.id)}">${entry.title}</a></h3>
<dl>
${entry.misconceptions.map(
  ({ id, title, hint, verdict }) =>
    html`<dt id="${anchorOf(id)}">${inline(title)}${verdict === 'unstable' ? html` <span class="chip warn">unstable</span>` : null}</dt><dd>${inline(hint)}</dd>
`,
)}</dl>
</section>
`,
)}</section>
`,
)}`,
  };
}
