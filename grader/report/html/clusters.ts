import type { Records } from '../../record/records.ts';
import { summarize } from '../summary.ts';
import { type Anchors, counted } from './anchors.ts';
import { type Html, html } from './escape.ts';
import type { ReportMeta } from './meta.ts';

/** The students who compute the same wrong formula, and what to tell them; one click selects the whole hint. */
export function clusterSection(records: Records, meta: ReportMeta, anchors: Anchors): Html | null {
  const found = summarize(records).clusters;
  if (found.length === 0) return null;
  return html`<section class="part" id="misconceptions"><h2>Misconceptions</h2>
<p class="soft screen">The most common come first. A click selects a hint whole, to be pasted into a lecture.</p>
<div class="clusters">
${found.map(({ misconception, hint, who }) => {
  const text = meta.hints.get(misconception);
  const advice = text?.hint ?? hint;
  return html`<div class="panel">
${text === undefined ? html`<h3>${misconception}</h3>` : html`<h3 class="sentence">${text.title}</h3>`}
<p class="soft"><strong>${counted(who.count)}</strong> ${who.count === 1 ? 'student' : 'students'}${
    text === undefined ? null : html` · <code>${misconception}</code>`
  }</p>
${advice === null ? null : html`<blockquote class="copy">${advice}</blockquote>`}
${anchors.links(who)}
</div>
`;
})}</div></section>`;
}
