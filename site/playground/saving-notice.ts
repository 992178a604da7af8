import type { Saved } from './kept-work.ts';
import type { Notices } from './notices.ts';
import type { Work } from './work.ts';

const UNKEPT: Readonly<Record<Exclude<Saved, 'kept' | 'newer'>, string>> = {
  full: "The browser's storage is full, so your work lives in this tab alone: export it before you close the tab.",
  forbidden:
    'This browser lets the page keep nothing, so your work lives in this tab alone: export it before you close the tab.',
};

/** Says how the keeping of the work stands, if not well. */
export function showSaving(how: Saved, notices: Notices, work: Work): void {
  if (how === 'kept') return notices.close('saving');
  if (how !== 'newer') return notices.show('saving', UNKEPT[how]);
  notices.show(
    'saving',
    'Another tab saved newer work on this assignment; what you type here is not kept until you choose.',
    [
      { label: "Show the other tab's", take: () => work.takeOver() },
      { label: "Keep this tab's", take: () => work.save(true) },
    ],
    true,
  );
}
