import type { SubmissionRecord } from '../../record.ts';
import { Anchors } from './anchors.ts';
import { clusterSection } from './clusters.ts';
import { documentPage } from './document.ts';
import { type Html, html } from './escape.ts';
import { itemAnalysis } from './items.ts';
import type { ReportMeta } from './meta.ts';
import { overview, studentTable } from './overview.ts';
import { studentSection } from './student.ts';

/** The report of a class: one page that opens without a server, fetches nothing and runs no script. */
export function htmlReport(records: readonly SubmissionRecord[], meta: ReportMeta): string {
  const anchors = new Anchors(records);
  const items = itemAnalysis(records, anchors);
  const misconceptions = clusterSection(records, meta, anchors);
  const body = html`<header class="page">
<h1>${meta.title}</h1>
<p class="soft">${origin(records, meta)}</p>
<nav class="page" aria-label="Parts of the report"><ul>
<li><a href="#overview">Overview</a></li>
${items === null ? null : html`<li><a href="#exercises">Exercises</a></li>`}
${misconceptions === null ? null : html`<li><a href="#misconceptions">Misconceptions</a></li>`}
${records.length === 0 ? null : html`<li><a href="#students">Students</a></li>`}
</ul></nav>
</header>
<main>
${overview(records, anchors)}
${items}
${misconceptions}
${records.length === 0 ? null : students(records, meta, anchors)}
</main>
<footer class="page">${provenance(records)}</footer>`;
  return documentPage(meta.title, body);
}

function students(records: readonly SubmissionRecord[], meta: ReportMeta, anchors: Anchors): Html {
  return html`<section class="part" id="students"><h2>Students</h2>
${studentTable(records, anchors)}
${records.map((record) => studentSection(record, meta, anchors))}
</section>`;
}

function origin(records: readonly SubmissionRecord[], meta: ReportMeta): string {
  const assignments = [...new Set(records.map((record) => record.assignment))];
  const parts = assignments.length === 0 ? [] : [`Assignment ${assignments.join(', ')}`];
  if (meta.generatedAt !== null) parts.push(meta.generatedAt);
  return parts.join(' · ');
}

/** What it takes to get the same verdicts again. */
function provenance(records: readonly SubmissionRecord[]): Html | null {
  const first = records[0];
  if (first === undefined) return null;
  return html`Graded by Backproof against ${first.oracles.join(' and ')}, seed ${first.seed}, oracles <code>${first.oracleHash}</code>.`;
}
