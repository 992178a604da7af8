import type { Records } from '../../record/records.ts';
import { shownShare } from '../../text/numbers.ts';
import { type ItemSummary, type StatusCount, summarize } from '../summary.ts';
import { type Anchors, counted } from './anchors.ts';
import { statusChip } from './chip.ts';
import { type Html, html } from './escape.ts';

/** How the class did on each exercise, and who fails which check. */
export function itemAnalysis(records: Records, anchors: Anchors): Html | null {
  const { items } = summarize(records);
  if (items.length === 0) return null;
  return html`<section class="part" id="exercises"><h2>Exercises</h2>${items.map((item) => panel(item, anchors))}</section>`;
}

function panel(item: ItemSummary, anchors: Anchors): Html {
  const facts = [
    item.meanShare === null ? null : `mean ${shownShare(item.meanShare)} of the points`,
    item.meanAgreement === null ? null : `agrees on ${shownShare(item.meanAgreement)} of the inputs`,
  ].filter((fact) => fact !== null);
  return html`<div class="panel item">
<div class="item-head"><h3>${item.name}</h3><span class="soft">${facts.join(' · ')}</span></div>
${stackedBar(item.statuses, item.total)}
<ul class="chips">${item.statuses.map(({ status, count }) => html`<li>${statusChip(status, html`${counted(count)}&nbsp;`)}</li>`)}</ul>
${failedChecks(item, anchors)}
</div>`;
}

/** Shares side by side. It holds no text, so it may be stretched; the chips below it are its legend. */
function stackedBar(statuses: readonly StatusCount[], total: number): Html {
  const said = statuses.map(({ status, count }) => `${status} ${count}`).join(', ');
  let from = 0;
  const parts = statuses.map(({ status, count }) => {
    const [x, width] = [(1000 * from) / total, (1000 * count) / total];
    from += count;
    return html`<rect class="bar-${status}" x="${x}" y="0" width="${Math.max(width - 3, 1)}" height="10"/>`;
  });
  return html`<svg class="stack" viewBox="0 0 1000 10" preserveAspectRatio="none" role="img" aria-label="${said}">${parts}</svg>`;
}

function failedChecks(item: ItemSummary, anchors: Anchors): Html | null {
  const failed = withoutEchoes(item.failedChecks);
  if (failed.length === 0) return null;
  return html`<h4>Checks that fail</h4><table class="list">
<thead><tr><th scope="col">Check</th><th scope="col" class="num">Fails</th><th scope="col">Who</th></tr></thead>
<tbody>${failed.map(
    ({ name, kind, who }) =>
      html`<tr><td>${name} <span class="soft">(${kind})</span></td><td class="num">${counted(who.count)}</td><td>${anchors.links(who)}</td></tr>`,
  )}</tbody></table>`;
}

/** The second oracle nearly always fails the same submissions as the first, and then adds nothing. */
function withoutEchoes(failed: ItemSummary['failedChecks']): ItemSummary['failedChecks'] {
  const first = failed.find(({ kind }) => kind === 'reference')?.who;
  return failed.filter(({ kind, who }) => kind !== 'accelerated' || first === undefined || !who.isLike(first));
}
