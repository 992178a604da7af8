/**
 * The formulas whose tests a pattern of vitest's `-t` can match, or null for all of them. A pattern is matched against
 * `softmax obeys: …`, so one that begins with the name of a formula, as the command that replays a failure does, asks for
 * the formulas of that name: `softmax` for softmaxJacobian too, `softmax obeys` not. One that begins with anything else
 * may match any test.
 */
export function askedFormulas(pattern: string, names: readonly string[]): string[] | null {
  const asked = new Set<string>();
  for (const alternative of pattern.split(/(?<!\\)\|/)) {
    const [, anchor, head = '', rest = ''] = /^(\^?)([A-Za-z0-9]*)(.*)$/s.exec(alternative) ?? [];
    const endsThere = /^( |\$|\\b)/.test(rest);
    if (!names.includes(head) || !(rest === '' || endsThere)) return null;
    for (const name of names) {
      const begins = anchor === '' || name.startsWith(head);
      if (begins && (endsThere ? name.endsWith(head) : name.includes(head))) asked.add(name);
    }
  }
  return [...asked];
}

/**
 * Whether a pattern is names of formulas and nothing more, so that it asks for all of their tests: those in a formula's own
 * test file too, whose titles do not begin with its name.
 */
export function asksForAllTests(pattern: string, names: readonly string[]): boolean {
  return /^[A-Za-z0-9|]*$/.test(pattern) && (askedFormulas(pattern, names)?.length ?? 0) > 0;
}

/** The formulas that vitest.config.ts found asked for, or undefined for all of them. */
export function askedNames(): ReadonlySet<string> | undefined {
  const names = process.env['BACKPROOF_FORMULAS'] ?? '';
  return names === '' ? undefined : new Set(names.split(','));
}
