import fc from 'fast-check';
import { messageOf } from '../../accelerated/error-message.ts';
import { shellQuote } from '../text/shell-quote.ts';
import { toJson, type Value } from '../values/value.ts';

/** How properties are drawn: from a fixed seed unless BACKPROOF_SEED, BACKPROOF_PATH or BACKPROOF_RUNS say otherwise. */
export interface Draws {
  runs: number;
  /** the command that runs this test alone, without seed and path */
  command: string;
}

const SEED = 20_261_122;

/**
 * Draws inputs and asserts that `holds` rejects for none of them.
 *
 * @throws {Error} with the shrunk input, what came and what was expected, and the command that replays it.
 */
export async function runProperty<I extends unknown[]>(
  inputs: fc.Arbitrary<I>,
  holds: (...input: I) => Promise<void>,
  { runs, command }: Draws,
): Promise<void> {
  const path = process.env['BACKPROOF_PATH'];
  const property = fc.asyncProperty(inputs, async (input) => holds(...input));
  const details = await fc.check(property, {
    seed: Number(process.env['BACKPROOF_SEED'] ?? SEED),
    numRuns: Number(process.env['BACKPROOF_RUNS'] ?? runs),
    ...(path === undefined ? {} : { path }),
  });
  if (!details.failed) return;
  const cause = messageOf(details.errorInstance);
  const shown =
    details.counterexample === null
      ? 'no input'
      : JSON.stringify(toJson(details.counterexample[0] as unknown as Value));
  const replay = `BACKPROOF_SEED=${details.seed} BACKPROOF_PATH=${details.counterexamplePath} ${command}`;
  throw new Error(
    `${cause}\n  input: ${shown}\n  found after ${details.numRuns} draws and ${details.numShrinks} shrinks; replay:\n  ${replay}`,
  );
}

/** The command that runs the one test of that full name; `-t` takes a pattern. */
export function replayCommand(project: string, title: string): string {
  const pattern = title.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`);
  return `npx vitest run --project ${project} -t ${shellQuote(pattern)}`;
}
