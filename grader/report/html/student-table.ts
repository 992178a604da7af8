import type { ExerciseRecord, SubmissionRecord } from '../../record/record.ts';
import type { Records } from '../../record/records.ts';
import { shownPoints } from '../../text/numbers.ts';
import { findings } from '../findings.ts';
import { inBlocks } from '../in-blocks.ts';
import type { Anchors } from './anchors.ts';
import { statusChip, submissionChip } from './chip.ts';
import { type Html, html } from './escape.ts';
import { Filters } from './filters.ts';
import type { ReportMeta } from './meta.ts';

/** A browser draws only the blocks that are in sight. */
const ROWS_A_BLOCK = 100;

interface Row {
  attributes: Html | null;
  who: Html;
  points: string;
  findings: Html;
}

/** Everybody in one table, each name leading to that student's section; those who handed nothing in come last. */
export function studentTable(records: Records, meta: ReportMeta, anchors: Anchors): Html {
  return table([...rowsOf(records, meta, anchors, verdicts)]);
}

/** The same for a class of thousands: blocks of rows, and words in place of chips, which cost a browser ten times as much. */
export function* largeStudentTable(records: Records, meta: ReportMeta, anchors: Anchors): Generator<Html> {
  const words = (record: SubmissionRecord): Html => html`${findings(record) || 'all correct'}`;
  for (const block of inBlocks(rowsOf(records, meta, anchors, words), ROWS_A_BLOCK))
    yield html`<div class="block">${table(block)}</div>\n`;
}

function* rowsOf(
  records: Records,
  meta: ReportMeta,
  anchors: Anchors,
  shown: (record: SubmissionRecord) => Html,
): Generator<Row> {
  const filters = new Filters(records, meta);
  let place = 0;
  for (const record of records) {
    yield { attributes: filters.attributes(record), ...rowOf(record, place, meta, anchors, shown) };
    place += 1;
  }
  yield* absentRows(meta);
}

function table(rows: readonly Row[]): Html {
  return html`<table class="list students">
<thead><tr><th scope="col">Student</th><th scope="col" class="num">Points</th><th scope="col">Findings</th></tr></thead>
<tbody>
${rows.map(
  ({
    attributes,
    who,
    points,
    findings: found,
  }) => html`<tr${attributes}><td>${who}</td><td class="num">${points}</td><td>${found}</td></tr>
`,
)}</tbody>
</table>`;
}

function rowOf(
  record: SubmissionRecord,
  place: number,
  meta: ReportMeta,
  anchors: Anchors,
  shown: (record: SubmissionRecord) => Html,
): Omit<Row, 'attributes'> {
  const points = record.points === null ? '–' : shownPoints(record.points);
  return {
    who: html`${anchors.link({ submission: record.submission, place })}${called(meta.nameOf?.(record) ?? null)}`,
    points: `${points} / ${shownPoints(record.maxPoints)}`,
    findings: shown(record),
  };
}

function absentRows({ absent }: ReportMeta): Row[] {
  return (absent ?? []).map((name) => ({
    attributes: null,
    who: html`<bdi>${name}</bdi>`,
    points: '–',
    findings: html`<span class="soft">no submission</span>`,
  }));
}

function called(name: string | null): Html | null {
  return name === null ? null : html` <bdi class="soft">${name}</bdi>`;
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

/** A correct one loses points for changing an argument or accepting illegal input, which no chip shows. */
function lost({ status, points, maxPoints }: ExerciseRecord): Html | null {
  return status === 'correct' ? html` <span class="soft">-${shownPoints(maxPoints - points)}</span>` : null;
}
