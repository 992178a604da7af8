import type { Records } from '../../record/records.ts';
import { shownPoints } from '../../text/numbers.ts';
import type { Group } from '../group.ts';
import { summarize, type Waiting } from '../summary.ts';
import { type Anchors, counted } from './anchors.ts';
import { statusChip } from './chip.ts';
import { type Html, html } from './escape.ts';
import { histogram } from './histogram.ts';

/** The class at a glance: its numbers, how the points are spread, and what waits for the instructor. */
export function overview(records: Records, anchors: Anchors): Html {
  if (records.length === 0) {
    return html`<section class="part" id="overview"><h2>Overview</h2><p>This class has no submissions yet.</p></section>`;
  }
  const summary = summarize(records);
  const of = html`<small> of ${shownPoints(summary.maxPoints)}</small>`;
  const shownOf = (points: number | null): Html => (points === null ? html`–` : html`${shownPoints(points)}${of}`);
  return html`<section class="part" id="overview">
<h2>Overview</h2>
<dl class="figures">
${figure('submissions', html`${counted(records.length)}`)}
${figure('mean points', shownOf(summary.mean))}
${figure('median points', shownOf(summary.median))}
${figure('with full points', html`${counted(summary.full)}`)}
${summary.invalid === 0 ? null : figure('could not be loaded', html`${counted(summary.invalid)}`)}
${summary.late === 0 ? null : figure('late', html`${counted(summary.late)}`)}
${summary.excused === 0 ? null : figure('excused', html`${counted(summary.excused)}`)}
${summary.infraErrors === 0 ? null : figure('not graded: the grader failed', html`${counted(summary.infraErrors)}`)}
</dl>
${attention(summary.waiting, anchors)}
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
function attention({ failed, disputed, followed, alike }: Waiting, anchors: Anchors): Html | null {
  const points = [
    point(failed, 'Not graded because the grader failed: run it again.', anchors),
    point(disputed, 'Disputed: the oracles disagree with each other, and you decide.', anchors),
    point(followed, 'A fault was carried on: with it fixed, a function that calls it would earn more.', anchors),
    point(alike, 'The same source as somebody else.', anchors),
  ].filter((item) => item !== null);
  if (points.length === 0) return null;
  return html`<div class="panel notice"><h3>Waiting for you</h3><ul>${points}</ul></div>`;
}

function point(group: Group, what: string, anchors: Anchors): Html | null {
  return group.count === 0 ? null : html`<li>${what} ${anchors.links(group)}</li>`;
}
