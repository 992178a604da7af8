import { shownPath } from '../../../properties/values/value.ts';
import type { CounterexampleRecord, ExerciseRecord, SubmissionRecord } from '../../record/record.ts';
import { exactNumber, isNumeric, magnitude, shownPoints, toldApart } from '../../text/numbers.ts';
import { STATUS_TEXT } from '../statuses.ts';
import { exercisePoints } from '../visible-text.ts';
import { statusChip } from './chip.ts';
import { type Html, html } from './escape.ts';
import type { PanelMeta } from './meta.ts';
import { nestedText } from './nested.ts';
import { drawPair } from './tensor.ts';

/** A verdict with its reasons, and the counterexample drawn. */
export function exercisePanel(record: SubmissionRecord, exercise: ExerciseRecord, meta: PanelMeta): Html {
  const { name, status, message, line, misconception, hint, notes, counterexample } = exercise;
  const text = misconception === null ? undefined : meta.hints.get(misconception);
  return html`<section class="panel exercise ${status}">
<div class="item-head"><h3>${name} ${statusChip(status)}</h3><span>${exercisePoints(exercise)}</span></div>
<p class="message">${STATUS_TEXT[status].meaning}</p>
${message === null && line === null ? null : html`<p class="message">${message}${line === null ? null : html` ${meta.place?.(line) ?? html`<code class="soft">${line}</code>`}`}</p>`}
${decisionLine(exercise)}
${
  misconception === null
    ? null
    : html`<p>Misconception: ${text === undefined ? null : html`<strong>${text.title}</strong> `}<code class="soft">${misconception}</code></p>`
}
${hint === null ? null : html`<blockquote class="copy">${hint}</blockquote>`}
${notes.map((note) => html`<p>Also: ${note}</p>`)}
${followThroughBlock(record, exercise, meta)}
${counterexample === null ? null : counterexampleBlock(record, exercise, counterexample, meta)}
${failedChecks(exercise)}
</section>`;
}

/** What an instructor decided, if that is so. */
export function decisionLine({ decision, maxPoints }: Pick<ExerciseRecord, 'decision' | 'maxPoints'>): Html | null {
  if (decision === null) return null;
  const { points, verdictPoints, reason, decidedAt } = decision;
  return html`<p class="decided">Decided on ${decidedAt.slice(0, 10)}: <strong>${shownPoints(points)} of ${shownPoints(maxPoints)} points</strong>
where the verdict alone earns ${shownPoints(verdictPoints)}. Reason: ${reason}</p>`;
}

/** The verdict on the exercise with the oracle in place of the broken functions that it calls. */
function followThroughBlock(record: SubmissionRecord, exercise: ExerciseRecord, meta: PanelMeta): Html | null {
  const { followThrough, maxPoints, decision } = exercise;
  if (followThrough === null) return null;
  const { calls, status, points } = followThrough;
  const takeOver = decision === null ? (meta.takeOver?.(record, exercise) ?? null) : null;
  return html`<p>Follow-through: it calls ${calls.map((name, n) => html`${n === 0 ? '' : ', '}<code>${name}</code>`)}, which
is broken. With the oracle there it is ${statusChip(status)} and earns ${shownPoints(points)} of ${shownPoints(maxPoints)} points.</p>
${takeOver === null ? null : html`<pre class="copy"><code>${takeOver}</code></pre>`}`;
}

function counterexampleBlock(
  record: SubmissionRecord,
  exercise: ExerciseRecord,
  counterexample: CounterexampleRecord,
  meta: PanelMeta,
): Html {
  const { args, because } = counterexample;
  const names = meta.argumentNames?.(exercise.name) ?? [];
  const replay = meta.replay?.(record, exercise) ?? null;
  return html`<div class="counterexample">
<h4>Smallest counterexample: called with</h4>
<pre>${args.map((value, n) => `${n === 0 ? '' : '\n'}${names[n] ?? `argument ${n + 1}`} = ${nestedText(value)}`)}</pre>
${comparison(counterexample, meta.values?.(record, exercise) ?? null)}
${facts(counterexample)}
<p class="note">${because}</p>
${replay === null ? null : html`<h4>To see it again</h4><pre class="copy"><code>${replay}</code></pre>`}
</div>`;
}

/** The whole values if the caller has them, otherwise what the record holds: the differing element, or a description. */
function comparison(counterexample: CounterexampleRecord, values: { got: unknown; expected: unknown } | null): Html {
  if (values !== null) return drawPair(values.got, values.expected, counterexample.index);
  return drawPair(counterexample.got, counterexample.expected, []);
}

/** The numbers of the difference. What the drawing shows in all its digits already is not repeated. */
function facts(counterexample: CounterexampleRecord): Html {
  const { index, got, expected, error, allowed, ulps } = counterexample;
  const areNumbers = isNumeric(got) && isNumeric(expected);
  const [drawnGot, drawnExpected] = areNumbers ? toldApart(got, expected) : ['', ''];
  const rows: (Html | null)[] = [
    index.length === 0 ? null : fact('differs at', shownPath(index)),
    areNumbers && exactNumber(got) !== drawnGot ? fact('got', exactNumber(got)) : null,
    areNumbers && exactNumber(expected) !== drawnExpected ? fact('expected', exactNumber(expected)) : null,
    ...(areNumbers ? [measured('off by', error), measured('in ULPs', ulps), measured('allowed', allowed)] : []),
  ];
  return html`<dl class="facts">${rows}</dl>`;
}

/** Null for what is not a finite number: how far NaN is from a number cannot be measured. */
function measured(name: string, value: number | string | null): Html | null {
  return value === null || !Number.isFinite(Number(value)) ? null : fact(name, magnitude(value));
}

function fact(name: string, value: string): Html {
  return html`<div><dt>${name}</dt><dd><code>${value}</code></dd></div>`;
}

function failedChecks(exercise: ExerciseRecord): Html | null {
  const failed = exercise.checks.filter((check) => !check.passed);
  if (failed.length === 0) return null;
  return html`<p class="note">Checks that fail: ${failed.map(
    ({ name, kind }, n) => html`${n === 0 ? '' : '; '}${name} (${kind})`,
  )}</p>`;
}
