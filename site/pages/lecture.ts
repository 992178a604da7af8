import { html } from '../../grader/report/html/escape.ts';
import type { Facts, Lecture } from './facts.ts';
import { summaryOf } from './formula/page.ts';
import { type Page, rootOf } from './frame.ts';
import { fontsOf } from './latex.ts';
import { formulaBlock, inline } from './markdown.ts';
import { formulaPath, lecturePath, topicTitle } from './names.ts';

/** The list of lectures. */
export function lecturesPage({ lectures }: Facts): Page {
  return {
    title: 'Lectures',
    path: 'lectures.html',
    description: 'The lectures of the course, and the formulas of each.',
    main: html`<h1>Lectures</h1>
<ol class="lectures">
${lectures.map(
  ({ number, topic, formulas }) =>
    html`<li value="${number}"><a href="${lecturePath(number)}">${topicTitle(topic)}</a> <span class="soft small">${formulas.length} formulas</span><br>
<span class="small">${formulas.map(({ entry }, n) => [n === 0 ? '' : ', ', html`<a href="${formulaPath(entry.id)}">${entry.title}</a>`])}</span></li>
`,
)}</ol>`,
  };
}

/** The formulas of a lecture, each with its mathematics. */
export function lecturePage({ number, topic, formulas }: Lecture, { lectures }: Facts): Page {
  const path = lecturePath(number);
  const root = rootOf(path);
  const before = lectures.find((it) => it.number === number - 1);
  const after = lectures.find((it) => it.number === number + 1);
  const exercises = formulas.filter(({ isExercise }) => isExercise).map(({ entry }) => entry.id);
  const main = html`<p class="soft small"><a href="${root}lectures.html">Lectures</a></p>
<h1>Lecture ${number}: ${topicTitle(topic)}</h1>
<p>${formulas.length} formulas, ${exercises.length} of them exercises.</p>
<div class="cards">
${formulas.map(
  (formula) => html`<section class="card">
<h2 id="${formula.entry.id}"><a href="${root}${formulaPath(formula.entry.id)}">${formula.entry.title}</a></h2>
<p>${inline(summaryOf(formula))}</p>
${formulaBlock(formula.entry.latex)}</section>
`,
)}</div>
<nav class="neighbours screen" aria-label="Neighbouring lectures">${
    before
      ? html`<a rel="prev" href="${before.number}.html"><span class="soft small">Previous</span><br>Lecture ${before.number}: ${topicTitle(before.topic)}</a>`
      : html`<span></span>`
  }${
    after
      ? html`<a rel="next" href="${after.number}.html"><span class="soft small">Next</span><br>Lecture ${after.number}: ${topicTitle(after.topic)}</a>`
      : null
  }</nav>`;
  return {
    title: `Lecture ${number}: ${topicTitle(topic)}`,
    path,
    description:
      `The formulas of lecture ${number}, ${topic}: ${formulas.map(({ entry }) => entry.title).join(', ')}.`.slice(
        0,
        300,
      ),
    main,
    fonts: fontsOf(main.markup),
  };
}
