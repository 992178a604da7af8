import type { Copies, ExerciseCopies, Group } from '../../copies/copies.ts';
import type { Rate } from '../../copies/corpus.ts';
import type { ShownPiece } from '../../copies/shown-source.ts';
import type { ShownPair } from '../../copies/side-by-side.ts';
import { counted } from './anchors.ts';
import { documentPage } from './document.ts';
import { type Html, html } from './escape.ts';

/** Ids that a sentence names. */
const MOST_NAMED = 20;

/** The pairs of a class that are alike, with both sources, as one page that fetches nothing and runs no script. */
export function copiesPage(title: string, copies: Copies, shown: readonly ShownPair[]): string {
  const body = html`<header class="page">
<h1>${title}: copies</h1>
<p class="soft">Assignment ${copies.assignment} · ${counted(copies.submissions)} submissions</p>
<nav class="page" aria-label="Parts of the page"><ul>
<li><a href="./report.html">Report of the class</a></li>
<li><a href="#pairs">Pairs</a></li>
${copies.groups.length === 0 ? null : html`<li><a href="#groups">Groups</a></li>`}
<li><a href="#compared">What was compared</a></li>
</ul></nav>
</header>
<main>
<div class="panel notice"><p>${copies.note}</p></div>
<section class="part" id="pairs"><h2>Pairs</h2>
${pairsIntroduction(copies, shown)}
${shown.map(pairSection)}
</section>
${copies.groups.length === 0 ? null : html`<section class="part" id="groups"><h2>Groups</h2><p>Alike directly, or by way of others of the group.</p><ul>${copies.groups.map(groupItem)}</ul></section>`}
${comparedSection(copies)}
</main>`;
  return documentPage(`${title}: copies`, body);
}

function pairsIntroduction({ pairs, exercises }: Copies, shown: readonly ShownPair[]): Html {
  if (pairs.length === 0) return html`<p>No two functions of this class are alike enough to be named.</p>`;
  const rest =
    pairs.length > shown.length
      ? html` The ${counted(shown.length)} most similar are here, more are in <code>copies.json</code>.`
      : null;
  const more = exercises.reduce((sum, each) => sum + each.more, 0);
  return html`<p>${counted(pairs.length + more)} pairs of functions, the most similar first.${rest} What both have and few others is marked. Of several equal functions each is beside the first.</p>`;
}

function pairSection({ exercise, left, right, similarity, sources }: ShownPair): Html {
  return html`<div class="panel"><h3><bdi>${left}</bdi> and <bdi>${right}</bdi></h3>
<p><code>${exercise}</code>, ${percent(similarity)} alike</p>
<div class="pair">${side(left, sources[0])}${side(right, sources[1])}</div></div>`;
}

function side(id: string, pieces: readonly ShownPiece[]): Html {
  const shown = pieces.map(({ path, stretches }, n) => {
    const label = path === pieces[n - 1]?.path ? null : html`<p class="label"><bdi>${path}</bdi></p>`;
    return html`${label}<pre>${stretches.map(({ text, shared }) => (shared ? html`<mark>${text}</mark>` : text))}</pre>`;
  });
  return html`<figure><figcaption><bdi>${id}</bdi></figcaption>${shown}</figure>`;
}

function groupItem({ exercise, submissions }: Group): Html {
  const more = submissions.length - MOST_NAMED;
  return html`<li><code>${exercise}</code>: ${submissions.slice(0, MOST_NAMED).map((id, n) => html`${n === 0 ? '' : ', '}<bdi>${id}</bdi>`)}${
    more > 0 ? ` and ${counted(more)} more` : ''
  }</li>`;
}

function comparedSection({ exercises, notAsGraded, unreadable }: Copies): Html {
  const compared = exercises.filter(({ threshold }) => threshold !== null);
  const others = exercises.filter(({ threshold }) => threshold === null);
  return html`<section class="part" id="compared"><h2>What was compared</h2>
<p>Each exercise on its own. Names, types, comments, layout, order and the file do not count, and neither does what most of the class or of other people have. The two rates were measured on functions of other people: how many of their disguised copies are found, and how many pairs are named that were written independently. A large class has very many pairs, so even a small rate names some by chance: up to about as many as the last column says. The more similar a pair, the less likely that is.</p>
${compared.length === 0 ? html`<p>No exercise of this assignment is compared.</p>` : comparedTable(compared)}
${others.length === 0 ? null : html`<h3>Not compared</h3><ul>${others.map(({ name, why }) => html`<li><code>${name}</code>: ${why}</li>`)}</ul>`}
${leftOut('Not compared, since the source is not the one that was graded', notAsGraded)}
${leftOut('Could not be read', unreadable)}
</section>`;
}

function comparedTable(exercises: readonly ExerciseCopies[]): Html {
  return html`<div class="scroll" tabindex="0"><table class="list wide"><thead><tr><th>Exercise</th><th>Named from</th><th>Copies found</th><th>Honest pairs named</th><th>Compared here</th><th>Too little of their own</th><th>Pairs here</th><th>Named by chance</th></tr></thead><tbody>${exercises.map(
    ({ name, threshold, copies, honest, compared, tooLittle }) =>
      html`<tr><td><code>${name}</code></td><td>${percent(threshold ?? 0)}</td><td>${rate(copies)}</td><td>${rate(honest)}</td><td>${counted(compared)}</td><td>${counted(tooLittle)}</td><td>${counted(pairsAmong(compared))}</td><td>${counted(byChance(compared, honest))}</td></tr>`,
  )}</tbody></table></div>`;
}

function pairsAmong(functions: number): number {
  return (functions * (functions - 1)) / 2;
}

/** Honest pairs that are named at the measured rate; if none was, as if one had been. */
function byChance(functions: number, { named, of }: Rate): number {
  return of === 0 ? 0 : Math.round((pairsAmong(functions) * Math.max(1, named)) / of);
}

function leftOut(what: string, ids: readonly string[]): Html | null {
  if (ids.length === 0) return null;
  const more = ids.length - MOST_NAMED;
  return html`<p>${what}: ${ids.slice(0, MOST_NAMED).map((id, n) => html`${n === 0 ? '' : ', '}<bdi>${id}</bdi>`)}${more > 0 ? ` and ${counted(more)} more` : ''}.</p>`;
}

function rate({ named, of }: Rate): string {
  return `${counted(named)} of ${counted(of)}`;
}

function percent(share: number): string {
  return `${Math.floor(100 * share)} %`;
}
