import type { Corpus, Rate } from '../../grader/copies/corpus.ts';

export const PAGE = 'docs/copies.md';

const percent = ({ named, of }: Rate): string => (of === 0 ? '–' : `${((100 * named) / of).toFixed(1)} % of ${of}`);

const sum = (rates: readonly Rate[]): Rate => ({
  named: rates.reduce((total, { named }) => total + named, 0),
  of: rates.reduce((total, { of }) => total + of, 0),
});

/** The page about copies, from what was measured. */
export function page(corpus: Corpus): string {
  const all = Object.entries(corpus.exercises);
  const compared = all.filter(([, { threshold }]) => threshold !== null);
  const others = all.filter(([, { threshold }]) => threshold === null);
  const copies = sum(compared.map(([, each]) => each.copies));
  const honest = sum(compared.map(([, each]) => each.honest));
  const apart = sum(compared.map(([, each]) => each.apart));
  return `<!-- Written by \`npm run copies\`: edit tools/copies/page.ts, not this file. -->
# Copies

\`backproof copies results/\` names functions of a class that look like copies of each other, and shows both sources side by
side in \`copies.html\` beside the results. **It is a hint for a person and proves nothing**: look at the two sources, and talk to the students.

## What is compared

Each exercise on its own: the exported function with the helpers and constants that it reaches, from whatever file. Names, types,
comments, layout, the order of statements and of functions, \`for\`, \`while\` or \`for … of\`, arrow or \`function\`, \`let\` or \`const\`
do not count. Every run of five tokens of a statement is a fingerprint (winnowing, as MOSS does it, by
[@dodona/dolos-core](https://www.npmjs.com/package/@dodona/dolos-core)). A fingerprint weighs the more, the fewer of ${corpus.functions} functions by others have it;
what more than half of a class has (from ten functions on) weighs nothing, so neither stubs nor what the lecture gave do. The
similarity is the weight of what both have, over the mean weight of the two.

A function with too little of its own is not compared, and the page says how many those are. Other exercises of the assignment that a function
calls do not belong to it. What cannot be parsed is not compared.

## How well it works

Measured by \`npm run copies\` on functions in grader/honest and, where it lies beside the project, on a class by others. Honest pairs
are two functions of one exercise that were written independently: a pair of one folder counts only if the two share no 40 characters in a row
(without white space, comments and the options), since some there were made from each other. Each function is also copied twice: all names
changed, statements or functions reordered, one line changed, other layout and comments, and by chance loops and functions in
other forms, an expression moved into a helper, everything moved to another file (\`tools/copies/disguises.ts\`).

Every pair is judged by a threshold that was chosen without it and without anything else made of its two functions. An exercise is compared only if at least 95 % of its copies
are found and at most 1 % of its honest pairs are named:

| ${compared.length} exercises | |
|---|---|
| disguised copies found | ${percent(copies)} |
| honest pairs named | ${percent(honest)} |
| of these, pairs by people who did not know each other's | ${percent(apart)} |

| exercise | functions | named from | copies found | honest pairs named |
|---|---|---|---|---|
${compared.map(([name, each]) => `| ${name} | ${each.functions} | ${each.threshold?.toFixed(2)} | ${percent(each.copies)} | ${percent(each.honest)} |`).join('\n')}

Not compared:

| exercise | why | copies found | honest pairs named |
|---|---|---|---|
${others.map(([name, each]) => `| ${name} | ${each.why} | ${percent(each.copies)} | ${percent(each.honest)} |`).join('\n')}

An exercise that is in neither list is not compared: it was not measured. It is from the next \`npm run copies\` on, once ten pairs of honest
functions of it are in grader/honest.

## How to read it

A class of 900 has 404,550 pairs of each exercise: at one honest pair in a thousand that is some 400 by chance, so a long list alone does not point to a
class that cheats. The page says for each exercise how many pairs may be there by chance. Begin at the top, where pairs are almost equal, and
with groups; stop where the marked parts are what anybody might write.

## What it does not see

A copy that was written anew line by line, a loop that became a \`reduce\`, the same formula in other algebra. And it names people who
share more than others for a good reason: a pair that worked together, a text book, an answer of the same assistant.
`;
}
