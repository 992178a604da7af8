import type { ExerciseRecord, SubmissionRecord } from '../../record/record.ts';
import { shownPoints } from '../../text/numbers.ts';
import { summarize } from '../summary.ts';
import { type Anchors, counted } from './anchors.ts';
import { statusChip } from './chip.ts';
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
${figure('submissions', html`${counted(records.length)}`)}
${figure('mean points', shownOf(summary.mean))}
${figure('median points', shownOf(summary.median))}
${figure('with full points', html`${counted(full)}`)}
${summary.invalid === 0 ? null : figure('could not be loaded', html`${counted(summary.invalid)}`)}
${summary.infraErrors === 0 ? null : figure('not graded: the grader failed', html`${counted(summary.infraErrors)}`)}
</dl>
${attention(records, anchors)}
<figure class="panel spread"><figcaption>Distribution of points</figcaption>
${histogram(summary.scores, summary.maxPoints)}
<div><h4>Verdicts over all exercises</h4><ul class="chips">${summary.statuses.map(
    ({ status, count }) => html`<li>${statusChip(status, html`${counted(count)}&nbsp;`)}</li>`,
  )}</ul></div></figure>
</section>`;
}

function figure(label: string, value: Html): Html {
  return html`<div><dt>${label}</dt><dd>${value}</dd></div>`;
}

/**
 * What the instructor has to decide: failures of the grader, disputes between the oracles, follow-throughs, sources
 * that are alike.
 */
function attention(records: readonly SubmissionRecord[], anchors: Anchors): Html | null {
  const failed = records.filter((record) => record.status === 'infra_error');
  const disputed = records.filter((record) => record.exercises.some(isInDispute));
  const followed = records.filter((record) => record.exercises.some(hasFollowThrough));
  const alike = records.filter((record) => record.similarTo.length > 0);
  const points = [
    point(failed, 'Not graded because the grader failed: run it again.', anchors),
    point(disputed, 'Disputed: the oracles disagree with each other, and you decide.', anchors),
    point(followed, 'A fault was carried on: with it fixed, a function that calls it would earn more.', anchors),
    point(alike, 'The same source as somebody else.', anchors),
  ].filter((item) => item !== null);
  if (points.length === 0) return null;
  return html`<div class="panel notice"><h3>Waiting for you</h3><ul>${points}</ul></div>`;
}

function isInDispute({ status, decision }: ExerciseRecord): boolean {
  return status === 'disputed' && decision === null;
}

/** One that would earn more, and that is not decided yet. */
function hasFollowThrough({ points, followThrough, decision }: ExerciseRecord): boolean {
  return followThrough !== null && followThrough.points > points && decision === null;
}

function point(records: readonly SubmissionRecord[], what: string, anchors: Anchors): Html | null {
  return records.length === 0 ? null : html`<li>${what} ${anchors.links(records)}</li>`;
}
