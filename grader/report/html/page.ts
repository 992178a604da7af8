import type { SubmissionRecord } from '../../record/record.ts';
import type { Records } from '../../record/records.ts';
import { inBlocks } from '../in-blocks.ts';
import { summarize } from '../summary.ts';
import type { ReportFile } from '../write-owned.ts';
import { Anchors, counted, type Layout } from './anchors.ts';
import { clusterSection } from './clusters.ts';
import { documentPage } from './document.ts';
import { type Html, html, trusted } from './escape.ts';
import { FILTER_SCRIPT } from './filter-script.ts';
import { Filters } from './filters.ts';
import { itemAnalysis } from './items.ts';
import type { ReportMeta } from './meta.ts';
import { overview } from './overview.ts';
import { sectionTable } from './sections.ts';
import { studentSection } from './student.ts';
import { largeStudentTable, studentTable } from './student-table.ts';

/** A browser is slow with a page of more sections than this. */
const MOST_ON_ONE_PAGE = 200;
const SECTIONS_A_PAGE = 100;

/** The report of a class: one page that opens without a server, fetches nothing and says everything without its script. */
export function htmlReport(records: Records, meta: ReportMeta): string {
  const anchors = new Anchors();
  const sections = Array.from(records, (record, place) => studentSection(record, place, meta, anchors, '#students'));
  return classPage(records, meta, anchors, html`${studentTable(records, meta, anchors)}${sections}`);
}

/**
 * The same as files, one at a time. A large class has a page of its own for every hundred students,
 * `report-students-001.html` and so on, and `report.html` leads there.
 */
export function* htmlPages(records: Records, meta: ReportMeta, fileName: string): Generator<ReportFile> {
  if (records.length <= MOST_ON_ONE_PAGE) {
    yield { name: fileName, text: htmlReport(records, meta) };
    return;
  }
  const pages = Math.ceil(records.length / SECTIONS_A_PAGE);
  const pageOf = (place: number): string => pageName(fileName, Math.floor(place / SECTIONS_A_PAGE) + 1);
  const layout: Layout = { pageOf: (place) => address(pageOf(place)) };
  const anchors = new Anchors(layout);
  yield { name: fileName, text: largeClassPage(records, meta, anchors) };
  let page = 1;
  for (const own of inBlocks(records, SECTIONS_A_PAGE)) {
    const place = { home: fileName, page, pages };
    yield { name: pageName(fileName, page), text: studentsPage(own, meta, anchors, place) };
    page += 1;
  }
}

/** The place of what is put in piece by piece: nothing that is escaped looks like it. */
const LATER = '<!-- later -->';

/** The page of a large class, in pieces: its table alone may take a hundred megabytes. */
function* largeClassPage(records: Records, meta: ReportMeta, anchors: Anchors): Generator<string> {
  const [before = '', after = ''] = classPage(records, meta, anchors, trusted(LATER)).split(LATER);
  yield before;
  for (const block of largeStudentTable(records, meta, anchors)) yield block.markup;
  yield after;
}

/** Whether a file is a page of students beside the page of a class. */
export function isStudentsPage(name: string, fileName: string): boolean {
  return name.startsWith(`${stemOf(fileName)}-students-`) && /-students-\d+\.html$/.test(name);
}

function pageName(fileName: string, page: number): string {
  return `${stemOf(fileName)}-students-${String(page).padStart(3, '0')}.html`;
}

function stemOf(fileName: string): string {
  return fileName.replace(/\.html?$/i, '');
}

/** A file beside the page, as an address: the dot keeps a colon in its name from being read as a scheme. */
function address(name: string): string {
  return `./${encodeURIComponent(name)}`;
}

function classPage(records: Records, meta: ReportMeta, anchors: Anchors, students: Html): string {
  const items = itemAnalysis(records, anchors);
  const misconceptions = clusterSection(records, meta, anchors);
  const sections = sectionTable(meta.sections ?? []);
  const hasStudents = records.length > 0 || (meta.absent ?? []).length > 0;
  const body = html`<header class="page">
<h1>${meta.title}</h1>
<p class="soft">${origin(records, meta)}</p>
<nav class="page" aria-label="Parts of the report"><ul>
<li><a href="#overview">Overview</a></li>
${items === null ? null : html`<li><a href="#exercises">Exercises</a></li>`}
${misconceptions === null ? null : html`<li><a href="#misconceptions">Misconceptions</a></li>`}
${sections === null ? null : html`<li><a href="#sections">Sections</a></li>`}
${hasStudents ? html`<li><a href="#students">Students</a></li>` : null}
${meta.copies == null ? null : html`<li><a href="${address(meta.copies)}">Copies</a></li>`}
</ul></nav>
</header>
<main>
${overview(records, anchors)}
${items}
${misconceptions}
${sections}
${hasStudents ? html`<section class="part" id="students"><h2>Students</h2>${new Filters(records, meta).controls()}${students}</section>` : null}
</main>
<footer class="page">${provenance(records)}</footer>`;
  return documentPage(meta.title, body, FILTER_SCRIPT);
}

/** In pieces too, as short ones leave memory at once. */
function* studentsPage(
  records: readonly SubmissionRecord[],
  meta: ReportMeta,
  anchors: Anchors,
  { home, page, pages }: { home: string; page: number; pages: number },
): Generator<string> {
  const toTable = `${address(home)}#students`;
  const [first, last] = [records[0], records.at(-1)];
  const step = (to: number, text: string): Html | null =>
    to < 1 || to > pages ? null : html`<li><a href="${address(pageName(home, to))}">${text}</a></li>`;
  const body = html`<header class="page">
<h1>${meta.title}</h1>
<p class="soft">Students <bdi>${first?.submission ?? ''}</bdi> to <bdi>${last?.submission ?? ''}</bdi>: page ${page} of ${counted(pages)}</p>
<nav class="page" aria-label="Pages of the report"><ul>
<li><a href="${toTable}">All students</a></li>
${step(page - 1, 'Page before')}
${step(page + 1, 'Next page')}
</ul></nav>
</header>
<main>
${trusted(LATER)}
</main>
<footer class="page">${provenance(records)}</footer>`;
  const [before = '', after = ''] = documentPage(`${meta.title}, students, page ${page}`, body).split(LATER);
  yield before;
  for (const [n, record] of records.entries())
    yield studentSection(record, (page - 1) * SECTIONS_A_PAGE + n, meta, anchors, toTable).markup;
  yield after;
}

function origin(records: Records, meta: ReportMeta): string {
  const { assignments } = summarize(records);
  const parts = assignments.length === 0 ? [] : [`Assignment ${assignments.join(', ')}`];
  if (meta.generatedAt !== null) parts.push(meta.generatedAt);
  return parts.join(' · ');
}

/** What it takes to get the same verdicts again. */
function provenance(records: Records): Html | null {
  const [first] = records;
  if (first === undefined) return null;
  return html`Graded by Backproof against ${first.oracles.join(' and ')}, ${first.seed === null ? 'inputs drawn from a secret key' : `seed ${first.seed}`}, oracles <code>${first.oracleHash}</code>.`;
}
