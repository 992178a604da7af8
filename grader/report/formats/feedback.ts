import { feedbackHtml, feedbackMarkdown } from '../feedback.ts';
import type { StudentFormat } from './format.ts';

/** One student's result as Markdown and as a page, without anything about other students or the hidden inputs. */
export const feedback: StudentFormat = {
  kind: 'student',
  name: 'feedback',
  summary: 'a page and a Markdown file per student, to hand out',
  render: (_student, record, { title }, { visible }) => [
    { extension: 'md', text: feedbackMarkdown(record, title, visible) },
    { extension: 'html', text: feedbackHtml(record, title, visible) },
  ],
};
