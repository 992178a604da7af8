/** Wrong usage: the command line ends with exit code 2 and prints the message, which is one clear line. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** The code of a system error, as `ENOENT`; null for any other error. */
export function codeOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error ? String(error.code) : null;
}
