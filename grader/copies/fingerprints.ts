import { WinnowFilter } from '@dodona/dolos-core';
import type { SourceFile } from '../class/submission.ts';
import { isGlobal } from './built-ins.ts';
import { type Naming, normalForm, type Statement } from './normal-form.ts';
import { ParsedSubmission, type Piece } from './reached.ts';

/** A part of a submission's source. */
export interface Part {
  /** the place of its file among those of the submission */
  file: number;
  start: number;
  end: number;
}

/** A run of tokens as a number, and the part of the source that it was taken from. */
export interface Fingerprint extends Part {
  hash: number;
}

/** The function of an exercise with all that it reaches. */
export interface ReachedFunction {
  /** the declarations that it is made of */
  pieces: Part[];
  fingerprints: Fingerprint[];
}

/** Tokens of a fingerprint. */
const LENGTH = 5;
/** Every run of tokens is one: functions are too short to choose among them. */
const winnow = new WinnowFilter(LENGTH, 1);
/** Put before and behind a statement, so that a short one has a fingerprint too. */
const EDGE = '|';

/** Some exercises of a submission by name; one that it does not export, or that cannot be parsed, is missing. */
export function fingerprintsOf(
  sources: readonly SourceFile[],
  exercises: readonly string[],
): Map<string, ReachedFunction> {
  const parsed = new ParsedSubmission(sources);
  const known = new Set(exercises);
  const found = new Map<string, ReachedFunction>();
  for (const exercise of exercises) {
    const pieces = parsed.reachedFrom(exercise, known);
    if (pieces.length === 0) continue;
    const parts = pieces.map(({ file, node: { start, end } }) => ({ file, start, end }));
    found.set(exercise, { pieces: parts, fingerprints: pieces.flatMap((piece) => ofPiece(piece, known)) });
  }
  return found;
}

function ofPiece({ file, node, names }: Piece, known: ReadonlySet<string>): Fingerprint[] {
  const naming: Naming = (name) => {
    if (names.declared.has(name)) return known.has(name) && names.exported.has(name) ? name : null;
    return isGlobal(name) ? name : null;
  };
  return normalForm(node, naming).flatMap((statement) =>
    ofStatement(statement).map((fingerprint) => ({ file, ...fingerprint })),
  );
}

function ofStatement({ tokens, spans }: Statement): Omit<Fingerprint, 'file'>[] {
  const behind = Math.max(1, LENGTH - tokens.length - 1);
  const edged = [EDGE, ...tokens, ...Array.from({ length: behind }, () => EDGE)];
  return winnow.fingerprints(edged).map(({ hash, start, stop }) => {
    const first = Math.max(0, start - 1);
    const last = Math.min(tokens.length - 1, stop - 1);
    // Not in order: a side of an operator may have been turned around.
    const edges = spans.slice(2 * first, 2 * last + 2);
    return { hash, start: Math.min(...edges), end: Math.max(...edges) };
  });
}
