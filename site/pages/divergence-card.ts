import { type SeenDivergence, shownOutcome } from '../../accelerated/divergence.ts';
import { type Content, type Html, html } from '../../grader/report/html/escape.ts';
import { byOutcome } from '../../tools/divergences/page-text.ts';
import { anchorOf } from './names.ts';

/** One divergence of tfjs: the smallest input, what each backend gave, what is true, and on the common page who meets it. */
export function divergenceCard(divergence: SeenDivergence, metBy: Content = null): Html {
  const { id, op, input, truth, upstream, instead, seen, wgsl } = divergence;
  return html`<article class="panel divergence" id="${anchorOf(id)}" data-backends="${Object.keys(seen).join(' ')}">
<h3>${op}: <code>${input}</code></h3>
<dl class="pairs">
${[...byOutcome(divergence)].map(
  ([got, backends]) => html`<dt>${backends.join(', ')}</dt><dd><code>${got}</code></dd>
`,
)}<dt>True value</dt><dd>${truth === 'an error' ? truth : html`<code>${shownOutcome(truth)}</code>`}</dd>
<dt>Here instead</dt><dd>${instead}</dd>
<dt>Upstream</dt><dd>${upstream}</dd>
${metBy === null ? null : html`<dt>Met by</dt><dd>${metBy}</dd>`}
</dl>
${
  wgsl
    ? html`<p class="small soft">WGSL leaves this to the device: webgpu was measured on SwiftShader, and another device may be right.</p>
`
    : null
}</article>
`;
}
