import { equivalentsIn, withoutEquivalents } from './equivalence-comments.ts';
import type { Outcome } from './outcome.ts';

/**
 * The outcomes with the survivors that the comments of their files name as equivalent marked, and what is wrong with these
 * comments.
 *
 * @param sources the text of each file whose mutants were run
 */
export function markEquivalent(
  outcomes: readonly Outcome[],
  sources: ReadonlyMap<string, string>,
): { outcomes: Outcome[]; faults: string[] } {
  const proofs = new Map<Outcome, string>();
  const faults: string[] = [];
  for (const [file, source] of sources) {
    const lines = source.split('\n');
    const { equivalents, unreadable } = equivalentsIn(source);
    const form = '// equivalent mutants: `code`, `code` (proof), or: one more i, j (proof)';
    faults.push(...unreadable.map((line) => `${file}:${line}: expected ${form}`));
    for (const { line, first, last, code, proof } of equivalents) {
      const named = outcomes.filter(
        (outcome) =>
          outcome.file === file &&
          first <= outcome.line &&
          outcome.line <= last &&
          makes(outcome, code, lines[outcome.line - 1] ?? ''),
      );
      const lasting = named.filter(({ status }) => status === 'survived' || status === 'uncovered');
      for (const outcome of lasting) proofs.set(outcome, proof);
      const other = named.find((outcome) => !lasting.includes(outcome));
      if (other) faults.push(`${file}:${line}: \`${code}\` is ${other.status}, not equivalent; remove it`);
      if (named.length === 0) faults.push(`${file}:${line}: no mutant has \`${code}\`; remove it`);
    }
  }
  const marked = outcomes.map((outcome): Outcome => {
    const proof = proofs.get(outcome);
    return proof === undefined ? outcome : { ...outcome, status: 'equivalent', proof };
  });
  return { outcomes: marked, faults };
}

/** Whether the line of a mutant has that code while the original's has not. */
function makes({ column, original, replacement }: Outcome, code: string, line: string): boolean {
  const before = withoutEquivalents(line);
  const after = before.slice(0, column - 1) + replacement + before.slice(column - 1 + original.length);
  return holds(after, code) && !holds(before, code);
}

/** Whether a line has that code, and not as a part of a longer word or number: `1 + 1` is not in `1 + 1e-6`. */
function holds(line: string, code: string): boolean {
  for (let at = line.indexOf(code); at >= 0; at = line.indexOf(code, at + 1)) {
    if (!joins(line.slice(0, at), code) && !joins(code, line.slice(at + code.length))) return true;
  }
  return false;
}

/** Whether two pieces of code, one behind the other, make one word or number where they meet. */
function joins(before: string, after: string): boolean {
  return /\w$/.test(before) && /^[\w.]/.test(after);
}
