import type { ExerciseRecord, SubmissionRecord } from '../../record.ts';
import { shownPoints } from '../numbers.ts';
import { summarize } from '../summary.ts';
import type { Anchors } from './anchors.ts';
import { statusChip, submissionChip } from './chip.ts';
import { type Html, html } from './escape.ts';
import { histogram } from './histogram.ts';

/** The class at a glance: its numbers, how the points are spread, and what waits for the instructor. */
export function overview(records: readonly SubmissionRecord[], anchors: Anchors): Html {
  if (records.length === 0) {
    return html`<section class="part" id="overview"><h2>Overview</h2><p>This class has no submissions yet.</p></section>`;
  }
  const summary = summarize(records);
  const full = records.filter((record) => record.points !== null && record.points === record.maxPoints).length;
  const of = html`<small> of ${shownPoints(summary.maxPoints)}</small>`;
  const shownOf = (points: number | null): Html => (points === null ? html`–` : html`${shownPoints(points)}${of}`);
  return html`<section class="part" id="overview">
<h2>Overview</h2>
<dl class="figures">
${figure('submissions', html`${records.length}`)}
${figure('mean points', shownOf(summary.mean))}
${figure('median points', shownOf(summary.median))}
${figure('with full points', html`${full}`)}
${summary.invalid === 0 ? null : figure('could not be loaded', html`${summary.invalid}`)}
${summary.infraErrors === 0 ? null : figure('not graded: our fault', html`${summary.infraErrors}`)}
</dl>
${attention(records, anchors)}
<figure class="panel spread"><figcaption>Distribution of points</figcaption>
${histogram(summary.scores, summary.maxPoints)}
<ul class="chips" aria-label="Verdicts over all exercises">${summary.statuses.map(
    ({ status, count }) => html`<li>${statusChip(status, html`${count}&nbsp;`)}</li>`,
  )}</ul></figure>
</section>`;
}

function figure(label: string, value: Html): Html {
  return html`<div><dt>${label}</dt><dd>${value}</dd></div>`;
}

/** What no program can settle: our own faults, disputes between the oracles, sources that are alike. */
function attention(records: readonly SubmissionRecord[], anchors: Anchors): Html | null {
  const failed = records.filter((record) => record.status === 'infra_error');
  const disputed = records.filter((record) => record.exercises.some((exercise) => exercise.status === 'disputed'));
  const alike = records.filter((record) => record.similarTo.length > 0);
  const points = [
    point(failed, 'Not graded through a fault of the grader: run it again.', anchors),
    point(disputed, 'Disputed: the oracles disagree with each other, and you decide.', anchors),
    point(alike, 'The same source as somebody else.', anchors),
  ].filter((item) => item !== null);
  if (points.length === 0) return null;
  return html`<div class="panel notice"><h3>Waiting for you</h3><ul>${points}</ul></div>`;
}

function point(records: readonly SubmissionRecord[], what: string, anchors: Anchors): Html | null {
  return records.length === 0 ? null : html`<li>${what} ${anchors.links(records)}</li>`;
}

/** Everybody in one table, each name leading to that student's section. */
export function studentTable(records: readonly SubmissionRecord[], anchors: Anchors): Html {
  return html`<table class="list">
<thead><tr><th scope="col">Student</th><th scope="col" class="num">Points</th><th scope="col">Findings</th></tr></thead>
<tbody>
${records.map(
  (record) => html`<tr><td>${anchors.link(record)}</td><td class="num">${
    record.points === null ? '–' : shownPoints(record.points)
  } / ${shownPoints(record.maxPoints)}</td><td>${verdicts(record)}</td></tr>
`,
)}</tbody>
</table>`;
}

function verdicts(record: SubmissionRecord): Html {
  const whole = submissionChip(record.status);
  if (whole !== null) return whole;
  const open = record.exercises.filter(
    (exercise) => exercise.status !== 'correct' || exercise.points < exercise.maxPoints,
  );
  if (open.length === 0) return html`<span class="soft">all correct</span>`;
  return html`<ul class="chips">${open.map(
    (exercise) => html`<li>${statusChip(exercise.status, html`${exercise.name}&nbsp;`)}${lost(exercise)}</li>`,
  )}</ul>`;
}

/** A correct one loses points for changing an argument or taking illegal input, and no chip would tell. */
function lost({ status, points, maxPoints }: ExerciseRecord): Html | null {
  return status === 'correct' ? html` <span class="soft">-${shownPoints(maxPoints - points)}</span>` : null;
}
