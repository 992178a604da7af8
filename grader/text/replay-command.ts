import { shellQuote } from '../../properties/text/shell-quote.ts';

/** The command line that shows one verdict again, safe to paste into a shell whatever the student is called. */
export function replayCommand(submission: string, exercise: string, folder: string): string {
  // A value that starts with a dash would be read as an option.
  const out = folder.startsWith('-') ? shellQuote(`--out=${folder}`) : `--out ${shellQuote(folder)}`;
  const id = `${submission.startsWith('-') ? '-- ' : ''}${shellQuote(submission)}`;
  return `npx backproof replay --exercise ${shellQuote(exercise)} ${out} ${id}`;
}
