import { shellQuote } from '../../properties/text/shell-quote.ts';

/** Checks a student's files, all exercises or one. */
export function checkCommandLine(path: string, exercise: string | null = null): string {
  return commandLine('check', [path], exercise === null ? [] : [option('exercise', exercise)]);
}

/** Shows one verdict again. */
export function replayCommandLine(submission: string, exercise: string, folder: string): string {
  return commandLine('replay', [submission], [option('exercise', exercise), option('out', folder)]);
}

/** Takes a follow-through over; the instructor has to put the reason in. */
export function takeOverCommandLine(submission: string, exercise: string, folder: string): string {
  return commandLine(
    'decide',
    [folder, submission],
    [option('exercise', exercise), '--follow-through', option('reason', '…')],
  );
}

/** Brings results to another version of their assignment. */
export function regradeCommandLine(folder: string, assignment: string): string {
  return commandLine('regrade', [folder], [option('assignment', assignment), '--write']);
}

/** A command line that is safe to paste into a shell, with any names of students and folders. */
function commandLine(command: string, operands: readonly string[], options: readonly string[]): string {
  // An operand that starts with a dash would be read as an option.
  const end = operands.some((word) => word.startsWith('-')) ? ['--'] : [];
  return ['npx backproof', command, ...options, ...end, ...operands.map(shellQuote)].join(' ');
}

function option(name: string, value: string): string {
  return value.startsWith('-') ? shellQuote(`--${name}=${value}`) : `--${name} ${shellQuote(value)}`;
}
