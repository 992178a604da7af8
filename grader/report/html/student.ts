import { shownPath } from '../../../properties/value.ts';
import type { CounterexampleRecord, ExerciseRecord, SubmissionRecord } from '../../record.ts';
import { exactNumber, isNumeric, magnitude, shownPoints } from '../numbers.ts';
import { STATUS_TEXT } from '../statuses.ts';
import type { Anchors } from './anchors.ts';
import { statusChip, submissionChip } from './chip.ts';
import { type Content, type Html, html } from './escape.ts';
import type { ReportMeta } from './meta.ts';
import { leafText, nestedText } from './nested.ts';
import { drawPair } from './tensor.ts';

/** Everything about one submission: verdicts, reasons, and the counterexample drawn. */
export function studentSection(record: SubmissionRecord, meta: ReportMeta, anchors: Anchors): Html {
  const points =
    record.points === null
      ? 'no points yet'
      : `${shownPoints(record.points)} of ${shownPoints(record.maxPoints)} points`;
  const correct = record.exercises.filter((exercise) => exercise.status === 'correct' && isPlain(exercise));
  const others = record.exercises.filter((exercise) => !correct.includes(exercise));
  return html`<article class="student" id="${anchors.anchor(record)}">
<div class="item-head"><h3><bdi>${record.submission}</bdi></h3><span>${submissionChip(record.status)} <strong>${points}</strong></span></div>
${record.message === null ? null : html`<p class="message">${record.message}</p>`}
${similar(record)}
${
  correct.length === 0
    ? null
    : html`<ul class="chips" aria-label="Correct exercises">${correct.map(
        (exercise) => html`<li>${statusChip('correct', html`${exercise.name}&nbsp;`)}</li>`,
      )}</ul>`
}
${others.map((exercise) => exercisePanel(record, exercise, meta))}
<p class="screen note"><a href="#students">All students</a></p>
</article>`;
}

/** A correct verdict with nothing to explain needs no panel of its own. */
function isPlain(exercise: ExerciseRecord): boolean {
  return exercise.points === exercise.maxPoints && exercise.message === null && exercise.counterexample === null;
}

function similar(record: SubmissionRecord): Html | null {
  if (record.similarTo.length === 0) return null;
  const names = record.similarTo.map((id, n) => html`${n === 0 ? '' : ', '}<bdi>${id}</bdi>`);
  return html`<p class="panel notice">The same source as ${names}.</p>`;
}

function exercisePanel(record: SubmissionRecord, exercise: ExerciseRecord, meta: ReportMeta): Html {
  const { name, status, points, maxPoints, message, line, misconception, hint, counterexample } = exercise;
  const text = misconception === null ? undefined : meta.hints.get(misconception);
  return html`<section class="panel exercise ${status}">
<div class="item-head"><h3>${name} ${statusChip(status)}</h3><span>${shownPoints(points)} of ${shownPoints(maxPoints)} points</span></div>
<p class="message">${message ?? STATUS_TEXT[status].meaning}${line === null ? null : html` <span class="soft">·</span> <code>${line}</code>`}</p>
${
  misconception === null
    ? null
    : html`<p>Misconception: ${text === undefined ? null : html`<strong>${text.title}</strong> `}<code>${misconception}</code></p>`
}
${hint === null ? null : html`<blockquote class="copy">${hint}</blockquote>`}
${counterexample === null ? null : counterexampleBlock(record, exercise, counterexample, meta)}
${failedChecks(exercise)}
</section>`;
}

function counterexampleBlock(
  record: SubmissionRecord,
  exercise: ExerciseRecord,
  counterexample: CounterexampleRecord,
  meta: ReportMeta,
): Html {
  const { args, because } = counterexample;
  const names = meta.argumentNames?.(exercise.name) ?? [];
  const replay = meta.replay?.(record, exercise) ?? null;
  return html`<div class="counterexample">
<h4>Smallest counterexample: called with</h4>
<pre>${args.map((value, n) => `${n === 0 ? '' : '\n'}${names[n] ?? `argument ${n + 1}`} = ${nestedText(value)}`)}</pre>
${comparison(counterexample, meta.values?.(record, exercise) ?? null)}
${facts(counterexample)}
<p>${because}</p>
${replay === null ? null : html`<h4>To see it again</h4><pre class="copy"><code>${replay}</code></pre>`}
</div>`;
}

/** The whole values where the caller has them, else what the record holds: the differing element, or a description. */
function comparison(counterexample: CounterexampleRecord, values: { got: unknown; expected: unknown } | null): Html {
  if (values !== null) return drawPair(values.got, values.expected, counterexample.index);
  return drawPair(counterexample.got, counterexample.expected, []);
}

function facts(counterexample: CounterexampleRecord): Html {
  const { index, got, expected, error, allowed, ulps } = counterexample;
  const rows: (Html | null)[] = [
    index.length === 0 ? null : fact('differs at', html`<code>${shownPath(index)}</code>`),
    isLeaf(got) ? fact('got', html`<code>${exact(got)}</code>`) : null,
    isLeaf(expected) ? fact('expected', html`<code>${exact(expected)}</code>`) : null,
    error === null ? null : fact('error', html`<code>${short(error)}</code>`),
    allowed === null ? null : fact('allowed error', html`<code>${short(allowed)}</code>`),
    ulps === null ? null : fact('error in ULPs', html`<code>${short(ulps)}</code>`),
  ];
  return html`<dl class="facts">${rows}</dl>`;
}

function fact(name: string, value: Content): Html {
  return html`<dt>${name}</dt><dd>${value}</dd>`;
}

function isLeaf(value: unknown): boolean {
  return isNumeric(value) || typeof value === 'boolean';
}

function exact(value: unknown): string {
  return isNumeric(value) ? exactNumber(value) : leafText(value);
}

function short(value: number | string): string {
  return isNumeric(value) ? magnitude(value) : value;
}

function failedChecks(exercise: ExerciseRecord): Html | null {
  const failed = exercise.checks.filter((check) => !check.passed);
  if (failed.length === 0) return null;
  return html`<p class="note">Checks that fail: ${failed.map(
    ({ name, kind }, n) => html`${n === 0 ? '' : '; '}${name} (${kind})`,
  )}</p>`;
}
