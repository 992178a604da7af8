import { shellQuote } from '../../properties/text/shell-quote.ts';

/** The command line that takes a follow-through over; the instructor has to put the reason in. */
export function takeOverCommand(submission: string, exercise: string, folder: string): string {
  const words = [folder, submission];
  // A value that starts with a dash would be read as an option.
  const end = words.some((word) => word.startsWith('-')) ? '-- ' : '';
  const names = words.map(shellQuote).join(' ');
  return `npx backproof decide --exercise ${shellQuote(exercise)} --follow-through --reason '…' ${end}${names}`;
}
