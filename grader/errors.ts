/** Wrong usage: the command line ends with exit code 2 and prints the message, which is one clear line. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
