import { html } from '../../grader/report/html/escape.ts';
import type { Facts } from './facts.ts';
import { errataPart } from './formula/evidence.ts';
import type { Page } from './frame.ts';
import { formulaPath, lecturePath, topicTitle } from './names.ts';

/** Where the course notes are wrong or say two things. */
export function errataPage({ lectures }: Facts): Page {
  const concerned = lectures
    .map((lecture) => ({
      ...lecture,
      formulas: lecture.formulas.filter(({ entry }) => (entry.errata ?? []).length > 0),
    }))
    .filter(({ formulas }) => formulas.length > 0);
  return {
    title: 'Errata of the course notes',
    path: 'errata.html',
    description:
      'Where the course notes are wrong or say two things, what holds, and an input on which the printed form fails.',
    main: html`<h1>Errata of the course notes</h1>
<p>Where the notes are wrong or say two things, and what holds. If the printed form can be computed, an input is given on which it fails;
a test shows that it does.</p>
${concerned.map(
  ({ number, topic, formulas }) => html`<section aria-labelledby="lecture-${number}">
<h2 id="lecture-${number}"><a href="${lecturePath(number)}">Lecture ${number}: ${topicTitle(topic)}</a></h2>
${formulas.map(({ entry }) =>
  errataPart(entry.id, entry.errata ?? [], html`<a href="${formulaPath(entry.id)}">${entry.title}</a>`),
)}</section>
`,
)}`,
  };
}
