import { type Figure, shownKept } from './judged-figures.ts';

/** The figures as a page of Markdown. */
export function gradePage(figures: readonly Figure[], machine: string): string {
  return `# How fast the grader is

Classes of right and of wrong submissions of softmax, categoricalCrossEntropy, adam and conv2d, no two of them equal,
graded by \`backproof grade\` as an instructor runs it, with the oracle values cached by an earlier run. The time beyond
start-up is what 500 submissions take more than 100, divided by 400; for the first hundred, in which each process still
compiles hot code, it is what 100 take more than 10. Ratios are taken round by round: the median, with the least and the
most of the rounds in brackets. The largest class is compared with the first hundred in the same way. Memory is the
resident set of the parent process, sampled four times a second; the processes that run submissions are replaced after 2,000
each. Beside it \`vitest run\`, a process for each submission, with a plain test that compares the same mild inputs with
precomputed values, neither shrinks nor names nor isolates, and is given no wrong submission.

\`\`\`sh
npm run bench:grade                  # --many 10000 for the largest class, --rounds for more of the small ones
\`\`\`

All of it in one run, by turns, on one machine: ${machine}.

| figure | measured | promised for 2 cores | kept |
| --- | ---: | ---: | --- |
${figures.map(({ what, measured, promised, kept }) => `| ${what} | ${measured} | ${promised} | ${shownKept(kept)} |`).join('\n')}
`;
}
