import type { ExerciseStatus, SubmissionRecord } from '../../record/record.ts';
import { STATUS_TEXT } from '../statuses.ts';
import { type Content, type Html, html } from './escape.ts';

/** A status as a coloured word with its symbol, so that it is clear without the colour; `before` comes in front. */
export function statusChip(status: ExerciseStatus, before: Content = null): Html {
  const { symbol, meaning } = STATUS_TEXT[status];
  return html`<span class="chip ${status}" title="${meaning}">${before}<span aria-hidden="true">${symbol}</span> ${status}</span>`;
}

/** The status of a submission as a whole, unless it is simply graded. */
export function submissionChip(status: SubmissionRecord['status']): Html | null {
  if (status === 'graded') return null;
  const look = status === 'invalid' ? 'wrong' : 'disputed';
  const word = status === 'invalid' ? 'invalid' : 'not graded: the grader failed';
  return html`<span class="chip ${look}"><span aria-hidden="true">⚠</span> ${word}</span>`;
}
