import type { ExerciseRecord, SubmissionRecord } from '../../record/record.ts';
import { shownPoints } from '../../text/numbers.ts';
import type { Anchors } from './anchors.ts';
import { statusChip, submissionChip } from './chip.ts';
import { type Html, html } from './escape.ts';
import { decisionLine, exercisePanel } from './exercise-panel.ts';
import type { ReportMeta } from './meta.ts';

/** Everything about one submission: verdicts, reasons, and the counterexample drawn. `toTable` leads back to everybody. */
export function studentSection(
  record: SubmissionRecord,
  place: number,
  meta: ReportMeta,
  anchors: Anchors,
  toTable: string,
): Html {
  const name = meta.nameOf?.(record) ?? null;
  const points =
    record.points === null
      ? 'no points yet'
      : `${shownPoints(record.points)} of ${shownPoints(record.maxPoints)} points`;
  const correct = record.exercises.filter((exercise) => exercise.status === 'correct' && isPlain(exercise));
  const others = record.exercises.filter((exercise) => !correct.includes(exercise));
  return html`<article class="student" id="${anchors.anchor(place)}">
<div class="item-head"><h3><bdi>${record.submission}</bdi>${name === null ? null : html` <bdi class="soft">${name}</bdi>`}</h3><span>${submissionChip(record.status)} <strong>${points}</strong></span></div>
${record.message === null ? null : html`<p class="message">${record.message}</p>`}
${standing(record)}
${similar(record)}
${
  correct.length === 0
    ? null
    : html`<ul class="chips" aria-label="Correct exercises">${correct.map(
        (exercise) => html`<li>${statusChip('correct', html`${exercise.name}&nbsp;`)}</li>`,
      )}</ul>`
}
${others.map((exercise) => exercisePanel(record, exercise, meta))}
<p class="screen note"><a href="${toTable}">All students</a></p>
</article>`;
}

/** A correct verdict with nothing to explain needs no panel of its own. */
function isPlain(exercise: ExerciseRecord): boolean {
  const { points, maxPoints, message, counterexample, decision } = exercise;
  return points === maxPoints && message === null && counterexample === null && decision === null;
}

function similar(record: SubmissionRecord): Html | null {
  if (record.similarTo.length === 0) return null;
  const names = record.similarTo.map((id, n) => html`${n === 0 ? '' : ', '}<bdi>${id}</bdi>`);
  return html`<p class="panel notice">The same source as ${names}.</p>`;
}

/** What else determines the points of a submission. */
function standing(record: SubmissionRecord): Html {
  const { late, excused } = record;
  return html`${excused ? html`<p class="panel notice">Excused: no grade, and not in the means.</p>` : null}
${late === null ? null : html`<p class="message">Late: ${late.reason}${late.points > 0 ? html` (<strong>−${shownPoints(late.points)}</strong>)` : null}.</p>`}
${decisionLine(record)}`;
}
