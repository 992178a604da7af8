import type { SubmissionRecord } from '../../record.ts';
import { clusters } from '../summary.ts';
import type { Anchors } from './anchors.ts';
import { type Html, html } from './escape.ts';
import type { ReportMeta } from './meta.ts';

/** Who computes the same wrong formula, and what to tell them: the hint is selected whole by one click. */
export function clusterSection(records: readonly SubmissionRecord[], meta: ReportMeta, anchors: Anchors): Html | null {
  const found = clusters(records);
  if (found.length === 0) return null;
  return html`<section class="part" id="misconceptions"><h2>Misconceptions</h2>
${found.map(({ misconception, hint, who }) => {
  const text = meta.hints.get(misconception);
  const advice = text?.hint ?? hint;
  return html`<div class="panel">
<div class="item-head"><h3>${text?.title ?? misconception}</h3><span class="soft">${who.length} ${
    who.length === 1 ? 'student' : 'students'
  }</span></div>
${text === undefined ? null : html`<code class="soft">${misconception}</code>`}
${advice === null ? null : html`<blockquote class="copy">${advice}</blockquote>`}
${anchors.links(who)}
</div>`;
})}</section>`;
}
