const MAX_LENGTH = 300;

/** A student's message as it may stand in a record: one line of at most 300 characters, no control characters. */
export function boundedMessage(message: string): string {
  // bidirectional overrides and line separators go too: they would turn the report around them
  const line = message
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]+/gu, ' ')
    .replace(/ {2,}/g, ' ')
    .trim();
  return line.length > MAX_LENGTH ? `${line.slice(0, MAX_LENGTH - 1)}…` : line;
}
