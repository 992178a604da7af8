import { markEquivalent } from './equivalence.ts';
import { withoutEquivalents } from './equivalence-comments.ts';
import { type Counted, type Kept, partOf, recall } from './kept.ts';
import { isNumeric } from './numeric/places.ts';
import { type Outcome, shownMutant } from './outcome.ts';
import { type Tally, tallies, tally } from './tally.ts';

/**
 * docs/mutation.md from the outcomes that are kept of all files, of each origin, and what is wrong with comments on
 * equivalents.
 */
export function mutationPage(
  sources: ReadonlyMap<string, string>,
  origins: readonly ReadonlyMap<string, Kept>[],
): { text: string; faults: string[] } {
  const kept = origins.flatMap((ofOrigin) => [...ofOrigin]);
  const recalled = kept.map(([file, one]) => recall(file, sources.get(file) as string, one));
  const { outcomes: living, faults } = markEquivalent(
    recalled.flatMap((one) => one.living),
    sources,
  );
  const others = recalled.flatMap((one) => one.others);
  return { text: pageText(sources.size, kept, living, others), faults };
}

function pageText(
  files: number,
  kept: readonly [string, Kept][],
  marked: readonly Outcome[],
  others: readonly Counted[],
): string {
  const judged = [...marked, ...others];
  const { numeric, stryker } = byOrigin(judged);
  const ignored = others.filter(({ status }) => status === 'ignored').length;
  const living = marked.filter(({ status }) => status !== 'equivalent');
  const equivalents = marked.filter(({ status }) => status === 'equivalent');
  return `# Mutants of the reference

Would a wrong oracle be caught? \`npm run mutation\` plants one fault at a time in \`reference/\`, runs the tests of vitest's
project \`reference\` that reach it, and counts the faults that a test notices. It wrote this page from what is kept in
\`tools/mutation/kept/\` of the ${files} files there.

- **Stryker's** are the mutators of Stryker 9.6, all of them. Left out are those inside \`throw\` and in the words of two
  helpers that name what an array should have looked like (${ignored}): they change what an error says. That it is thrown, and that it names the argument,
  is tested.
- **Numeric** mutants are made on the syntax tree at every place where they apply: a constant times 1 + 1e-6 (0 stays 0), a
  constant + 1, the bound of a loop (\`for\`, \`upTo\`, \`Array.from\`) one more and one less, a term of a sum or difference or a
  \`+=\` dropped, neighbouring indices of \`get\` and \`set\` swapped, \`Math.sqrt\` and \`epsilon\` left out.
- **Tests**: worked and golden values, laws, gradients, the running-error form, illegal input, and the unit tests beside the
  reference; not those that refute misconceptions. Each property draws from its fixed seed, so that a run can be
  repeated. A mutant is dropped at the first test that fails.
- **Timeout**: the fault made a loop without end: its code was reached more than 10 times as often as without it, or it ran
  for five minutes and 20 times as long as without it. It counts as killed. A busy machine makes none.
- **Equivalent**: no legal input tells it from the original. It counts neither for nor against; proofs below.
- **Score**: killed and timed out, of all but the equivalents.

## Parts

The outcomes of a file are kept with a hash of its code, comments left out, and this page is not written while a file has
none, or has changed since. What is not noticed: a change of the tests, or of another file that it calls.

${partsTable(kept, judged)}

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

function partsTable(kept: readonly [string, Kept][], judged: readonly Counted[]): string {
  const rows = [...new Set(kept.map(([file]) => partOf(file)))].map((part) => {
    const ofPart = kept.filter(([file]) => partOf(file) === part);
    const files = new Set(ofPart.map(([file]) => file)).size;
    const { numeric, stryker } = byOrigin(judged.filter(({ file }) => partOf(file) === part));
    const scores = [stryker, numeric].flatMap((outcomes) => {
      const { mutants, score } = tally(part, outcomes);
      return [mutants, percent(score)];
    });
    const places = [ofPart.map(([, { commit }]) => commit), ofPart.map(([, { machine }]) => machine)];
    return `| ${[part, files, ...scores, ...places.map((all) => [...new Set(all)].join(', '))].join(' | ')} |`;
  });
  return `| part | files | Stryker's | score | numeric | score | at commit | by |
| --- | ---: | ---: | ---: | ---: | ---: | --- | --- |
${rows.join('\n')}`;
}

function byOrigin(judged: readonly Counted[]): { numeric: Counted[]; stryker: Counted[] } {
  return {
    numeric: judged.filter(({ kind }) => isNumeric(kind)),
    stryker: judged.filter(({ kind }) => !isNumeric(kind)),
  };
}

function table(rows: readonly Tally[]): string {
  const lines = rows.map(
    ({ kind, mutants, killed, timeout, survived, uncovered, equivalent, score }) =>
      `| ${kind} | ${[mutants, killed, timeout, survived, uncovered, equivalent].join(' | ')} | ${percent(score)} |`,
  );
  return `| kind | mutants | killed | timeout | survived | no coverage | equivalent | score |
| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
${lines.join('\n')}`;
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}

function oneLine(code: string): string {
  return code.replaceAll(/\s+/g, ' ');
}
