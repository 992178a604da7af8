import { withoutEquivalents } from './equivalence-comments.ts';
import { isNumeric } from './numeric/places.ts';
import { type Outcome, shownMutant } from './outcome.ts';
import { type Tally, tallies, tally } from './tally.ts';

/** When and where the mutants were run. */
export interface Circumstances {
  commit: string;
  machine: string;
  jobs: number;
  strykerSeconds: number;
  numericSeconds: number;
}

/** docs/mutation.md. */
export function mutationPage(
  outcomes: readonly Outcome[],
  { commit, machine, jobs, strykerSeconds, numericSeconds }: Circumstances,
): string {
  const numeric = outcomes.filter(({ kind }) => isNumeric(kind));
  const stryker = outcomes.filter(({ kind }) => !isNumeric(kind));
  const ignored = stryker.filter(({ status }) => status === 'ignored').length;
  const living = outcomes.filter(({ status }) => ['survived', 'uncovered', 'error'].includes(status));
  const equivalents = outcomes.filter(({ status }) => status === 'equivalent');
  const minutes = (seconds: number): string => `${(seconds / 60).toFixed(1)} minutes`;
  return `# Mutants of the reference

Would a wrong oracle be caught? \`npm run mutation\` plants one fault at a time in \`reference/\`, runs the tests of vitest's
project \`reference\` that reach it, and counts the faults that a test notices. Written by that command at commit ${commit},
on ${machine}, ${jobs === 1 ? 'one process' : `${jobs} processes`}: Stryker ${minutes(strykerSeconds)}, numeric mutants ${minutes(numericSeconds)}.

- **Stryker's** are the mutators of Stryker 9.6, all of them. Left out are those inside \`throw\` and in the words of two
  helpers that name what an array should have looked like (${ignored}): they change what an error says. That it is thrown, and that it names the argument,
  is tested.
- **Numeric** mutants are made on the syntax tree at every place where they apply: a constant times 1 + 1e-6 (0 stays 0), a
  constant + 1, the bound of a loop (\`for\`, \`upTo\`, \`Array.from\`) one more and one less, a term of a sum or difference or a
  \`+=\` dropped, neighbouring indices of \`get\` and \`set\` swapped, \`Math.sqrt\` and \`epsilon\` left out.
- **Tests**: worked and golden values, laws, gradients, the running-error form, illegal input, and the unit tests beside the
  reference; not those that refute misconceptions. Each property draws from its fixed seed, so that a run can be
  repeated. A mutant is dropped at the first test that fails.
- **Timeout**: the fault made a loop without end. It counts as killed.
- **Equivalent**: no legal input tells it from the original. It counts neither for nor against; proofs below.
- **Score**: killed and timed out, of all but the equivalents.

## Stryker

${table([tally('all', stryker), ...tallies(stryker)])}

## Numeric

${table([tally('all', numeric), ...tallies(numeric)])}

## Those that live

${living.length === 0 ? 'None.' : living.map((outcome) => `- \`${shownMutant(outcome)}\` (${outcome.kind}${outcome.status === 'survived' ? '' : `, ${outcome.status}`})`).join('\n')}

## Equivalents

${equivalents.map((item) => `- \`${item.file}\`: \`${oneLine(item.original)}\` -> \`${oneLine(item.replacement)}\` in \`${withoutEquivalents(item.within)}\` (${item.kind}): ${item.proof}`).join('\n')}
`;
}

function table(rows: readonly Tally[]): string {
  const lines = rows.map(
    ({ kind, mutants, killed, timeout, survived, uncovered, equivalent, score }) =>
      `| ${kind} | ${[mutants, killed, timeout, survived, uncovered, equivalent].join(' | ')} | ${(100 * score).toFixed(1)} % |`,
  );
  return `| kind | mutants | killed | timeout | survived | no coverage | equivalent | score |
| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
${lines.join('\n')}`;
}

function oneLine(code: string): string {
  return code.replaceAll(/\s+/g, ' ');
}
