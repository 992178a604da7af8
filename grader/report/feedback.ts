import { shownPath } from '../../properties/values/value.ts';
import type { CounterexampleRecord, ExerciseRecord, SubmissionRecord } from '../record/record.ts';
import { markdownCode, markdownText } from '../text/markdown.ts';
import { shownPoints } from '../text/numbers.ts';
import { statusChip } from './html/chip.ts';
import { documentPage } from './html/document.ts';
import { type Html, html } from './html/escape.ts';
import { drawPair } from './html/tensor.ts';
import { STATUS_TEXT } from './statuses.ts';
import { shownDifference, valueText } from './visible-difference.ts';
import { visibleMessage } from './visible-message.ts';
import { DECIDED, pointsLine, saysItAll, submissionMessage } from './visible-text.ts';

/*
 * What one student may see. Of a class's hidden inputs nothing: no arguments, no whole result (its shape at most), no
 * seed or path that would draw them again, no names of checks. Of other students nothing: no similar sources.
 */

/** One student's result as Markdown, under the title of the assignment. */
export function feedbackMarkdown(record: SubmissionRecord, title: string): string {
  const blocks = [`# ${markdownText(record.submission)}`, markdownText(title), `**${pointsLine(record)}**`];
  const message = submissionMessage(record);
  if (message !== null) blocks.push(markdownText(message));
  for (const exercise of record.exercises) blocks.push(...exerciseBlocks(exercise));
  return `${blocks.join('\n\n')}\n`;
}

/** One student's result as a page of its own, under the same rules as the report: one file, no script, no network. */
export function feedbackHtml(record: SubmissionRecord, title: string): string {
  const message = submissionMessage(record);
  return documentPage(
    `Feedback for ${record.submission}`,
    html`<header class="page"><h1><bdi>${record.submission}</bdi></h1><p class="soft">${title}</p><p><strong>${pointsLine(record)}</strong></p></header>
<main>
${message === null ? null : html`<p class="panel notice">${message}</p>`}
${record.exercises.map(exercisePanel)}
</main>
<footer class="page">Graded by Backproof.</footer>`,
  );
}

function exerciseBlocks(exercise: ExerciseRecord): string[] {
  const { name, status, points, maxPoints, line, misconception, hint, counterexample, decision } = exercise;
  const message = visibleMessage(exercise);
  const blocks = [
    `## ${markdownText(name)}: ${status} ${STATUS_TEXT[status].symbol}`,
    `${shownPoints(points)} of ${shownPoints(maxPoints)} points${decision === null ? '' : `. ${DECIDED}`}`,
  ];
  const where = line === null ? '' : ` (${markdownCode(line)})`;
  blocks.push(`${markdownText(message ?? STATUS_TEXT[status].meaning)}${where}`);
  if (hint !== null) blocks.push(`> **Hint:** ${markdownText(hint)}`);
  if (misconception !== null) blocks.push(`Misconception: ${markdownCode(misconception)}`);
  if (counterexample !== null && !saysItAll(exercise)) {
    const { got, expected } = shownDifference(counterexample);
    const at = counterexample.index.length === 0 ? '' : ` at ${markdownCode(shownPath(counterexample.index))}`;
    blocks.push(`Got ${markdownCode(valueText(got))}, expected ${markdownCode(valueText(expected))}${at}.`);
    blocks.push(markdownText(counterexample.because));
  }
  return blocks;
}

function exercisePanel(exercise: ExerciseRecord): Html {
  const { name, status, points, maxPoints, line, misconception, hint, counterexample, decision } = exercise;
  const message = visibleMessage(exercise);
  return html`<section class="panel exercise ${status}">
<div class="item-head"><h2>${name} ${statusChip(status)}</h2><span>${shownPoints(points)} of ${shownPoints(maxPoints)} points</span></div>
${decision === null ? null : html`<p class="note">${DECIDED}</p>`}
<p class="message">${message ?? STATUS_TEXT[status].meaning}${line === null ? null : html` <code class="soft">${line}</code>`}</p>
${hint === null ? null : html`<blockquote>${hint}</blockquote>`}
${misconception === null ? null : html`<p class="note">Misconception: <code>${misconception}</code></p>`}
${counterexample === null ? null : difference(counterexample, saysItAll(exercise))}
</section>`;
}

function difference(counterexample: CounterexampleRecord, isSaid: boolean): Html {
  const { got, expected } = shownDifference(counterexample);
  const at =
    counterexample.index.length === 0 ? null : html`<p>Differs at <code>${shownPath(counterexample.index)}</code>:</p>`;
  return html`<div class="counterexample">${at}${drawPair(got, expected, [])}${
    isSaid ? null : html`<p>${counterexample.because}</p>`
  }</div>`;
}
