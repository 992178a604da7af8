import { shownPath } from '../../properties/values/value.ts';
import type { CounterexampleRecord, ExerciseRecord, SubmissionRecord } from '../record/record.ts';
import { markdownCode, markdownText } from '../text/markdown.ts';
import { type Explanation, explanationOf, RECORD_ALONE, tolerances, type Visible } from './explanation.ts';
import { statusChip } from './html/chip.ts';
import { documentPage } from './html/document.ts';
import { type Html, html } from './html/escape.ts';
import { drawPair } from './html/tensor.ts';
import { STATUS_TEXT } from './statuses.ts';
import { shownDifference } from './visible-difference.ts';
import { DECIDED, exercisePoints, nextText, pointsLine, submissionMessage, toleranceText } from './visible-text.ts';

/** One student's result as Markdown, under the title of the assignment. */
export function feedbackMarkdown(record: SubmissionRecord, title: string, visible: Visible = RECORD_ALONE): string {
  const blocks = [`# ${markdownText(record.submission)}`, markdownText(title), `**${pointsLine(record)}**`];
  const message = submissionMessage(record);
  if (message !== null) blocks.push(markdownText(message));
  for (const exercise of record.exercises) blocks.push(...exerciseBlocks(exercise, visible));
  blocks.push(...tolerances(record).map((because) => markdownText(toleranceText(because))));
  return `${blocks.join('\n\n')}\n`;
}

/** One student's result as a page of its own, under the same rules as the report: one file, no script, no network. */
export function feedbackHtml(record: SubmissionRecord, title: string, visible: Visible = RECORD_ALONE): string {
  const message = submissionMessage(record);
  return documentPage(
    `Feedback for ${record.submission}`,
    html`<header class="page"><h1><bdi>${record.submission}</bdi></h1><p class="soft">${title}</p><p><strong>${pointsLine(record)}</strong></p></header>
<main>
${message === null ? null : html`<p class="panel notice">${message}</p>`}
${record.exercises.map((exercise) => exercisePanel(exercise, visible))}
${tolerances(record).map((because) => html`<p class="note">${toleranceText(because)}</p>`)}
</main>
<footer class="page">Graded by Backproof.</footer>`,
  );
}

function exerciseBlocks(exercise: ExerciseRecord, visible: Visible): string[] {
  const { name, status, decision } = exercise;
  const { meaning, message, line, computes, hint, notes, difference, call, next } = explanationOf(exercise, visible);
  const blocks = [
    `## ${markdownText(name)}: ${status} ${STATUS_TEXT[status].symbol}`,
    `${exercisePoints(exercise)}${decision === null ? '' : `. ${DECIDED}`}`,
  ];
  if (meaning !== null && message !== null) blocks.push(markdownText(meaning));
  blocks.push(`${markdownText(message ?? meaning ?? '')}${line === null ? '' : ` (${markdownCode(line)})`}`);
  if (difference !== null) {
    const at = difference.at === null ? '' : ` at ${markdownCode(difference.at)}`;
    blocks.push(`Got ${markdownCode(difference.got)}, expected ${markdownCode(difference.expected)}${at}.`);
  }
  if (call !== null) blocks.push(`Called as ${markdownCode(call)}`);
  if (computes !== null) {
    const id = markdownCode(computes.id);
    blocks.push(`What it computes: ${computes.title === null ? id : `${markdownText(computes.title)} (${id})`}`);
  }
  if (hint !== null) blocks.push(`> **Hint:** ${markdownText(hint)}`);
  blocks.push(...notes.map((note) => `Also: ${markdownText(note)}`));
  if (next !== null) {
    const look = next.line === null ? '' : `, and look at ${markdownCode(next.line)}`;
    blocks.push(`**Next:** run ${markdownCode(next.command)}${look}`);
  }
  return blocks;
}

function exercisePanel(exercise: ExerciseRecord, visible: Visible): Html {
  const { name, status, counterexample, decision } = exercise;
  const explained = explanationOf(exercise, visible);
  const { meaning, message, line, call, next } = explained;
  return html`<section class="panel exercise ${status}">
<div class="item-head"><h2>${name} ${statusChip(status)}</h2><span>${exercisePoints(exercise)}</span></div>
${decision === null ? null : html`<p class="note">${DECIDED}</p>`}
${meaning === null || message === null ? null : html`<p>${meaning}</p>`}
<p class="message">${message ?? meaning}${line === null ? null : html` <code class="soft">${line}</code>`}</p>
${nameAndHint(explained)}
${call === null ? null : html`<p>Called as</p><pre class="copy"><code>${call}</code></pre>`}
${counterexample === null ? null : difference(counterexample)}
${next === null ? null : html`<p class="next"><strong>Next:</strong> ${nextText(next)}</p>`}
</section>`;
}

function nameAndHint({ computes, hint, notes }: Explanation): Html {
  const named =
    computes === null
      ? null
      : html`<p>What it computes: ${computes.title === null ? null : html`<strong>${computes.title}</strong> `}<code class="soft">${computes.id}</code></p>`;
  return html`${named}
${hint === null ? null : html`<blockquote>${hint}</blockquote>`}
${notes.map((note) => html`<p>Also: ${note}</p>`)}`;
}

function difference(counterexample: CounterexampleRecord): Html {
  const { got, expected } = shownDifference(counterexample);
  const at =
    counterexample.index.length === 0 ? null : html`<p>Differs at <code>${shownPath(counterexample.index)}</code>:</p>`;
  return html`<div class="counterexample">${at}${drawPair(got, expected, [])}</div>`;
}
