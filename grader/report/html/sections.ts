import { shownPoints, shownShare } from '../../text/numbers.ts';
import type { ClassSummary } from '../summary.ts';
import { counted } from './anchors.ts';
import { type Html, html } from './escape.ts';

/** A section of a class, as the roster names it. */
export interface Section {
  name: string;
  /** students in the roster */
  students: number;
  /** of what they handed in */
  summary: ClassSummary;
}

/** With more exercises than this, a table of them is no longer read side by side. */
const MOST_COLUMNS = 12;

/** The sections of a class side by side; null if there are not two of them. */
export function sectionTable(sections: readonly Section[]): Html | null {
  if (sections.length < 2) return null;
  const all = [...new Set(sections.flatMap(({ summary }) => summary.exercises))];
  const names = all.slice(0, MOST_COLUMNS);
  return html`<section class="part" id="sections"><h2>Sections</h2>
<div class="scroll" tabindex="0"><table class="list wide sections">
<thead><tr><th scope="col">Section</th>${['Students', 'Handed in', 'Mean', 'Median', 'Full points', ...names].map(
    (head) => html`<th scope="col" class="num">${head}</th>`,
  )}</tr></thead>
<tbody>${sections.map((section) => row(section, names))}</tbody>
</table></div>
<p class="note">Below each exercise: the mean share of its points.${
    all.length > names.length ? ` The first ${names.length} of ${counted(all.length)} exercises are here.` : ''
  }</p></section>`;
}

function row({ name, students, summary }: Section, exercises: readonly string[]): Html {
  const { graded, invalid, infraErrors, mean, median, full, items } = summary;
  const points = (value: number | null): string => (value === null ? '–' : shownPoints(value));
  const shares = exercises.map((exercise) => items.find((item) => item.name === exercise)?.meanShare ?? null);
  const cells = [
    counted(students),
    counted(graded + invalid + infraErrors),
    points(mean),
    points(median),
    counted(full),
  ];
  return html`<tr><th scope="row"><bdi>${name}</bdi></th>${[
    ...cells,
    ...shares.map((share) => (share === null ? '–' : shownShare(share))),
  ].map((cell) => html`<td class="num">${cell}</td>`)}</tr>`;
}
