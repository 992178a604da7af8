/** Words that formulas have; other letters side by side are taken for a product or for indices. */
const WORDS = new Set(
  'KL PP best first in input last loss max mean min new next old out output pred prediction previous target total true'.split(
    ' ',
  ),
);

/** What sets its letters upright: a command, `\text{…}`, an environment. */
const UPRIGHT = /\\(?:text|mathrm|operatorname|begin|end)\{[^{}]*\}|\\[A-Za-z]+/g;

/** Names each word in LaTeX that would be set as a product of variables, in italics. */
export function checkMath(latex: string): string[] {
  const letters = latex.replaceAll(UPRIGHT, ' ').match(/[A-Za-z]{2,}/g) ?? [];
  return [...new Set(letters)]
    .filter((word) => WORDS.has(word))
    .map((word) => `'${word}' is set as a product of variables: write \\text{${word}}`);
}

/** The same for what stands between dollars in comments or in Markdown. */
export function checkMathIn(text: string): string[] {
  const comments = [...text.matchAll(/^ *\/\*\*[\s\S]*?\*\//gm)].map(([comment]) =>
    comment.replaceAll(/\n *\*/g, '\n'),
  );
  const prose = comments.length > 0 ? comments.join('\n') : text;
  const formulas = [...prose.replaceAll(/`[^`]*`/g, '').matchAll(/\$\$([^$]+)\$\$|\$([^$]+)\$/g)];
  return checkMath(formulas.map(([, display, inline]) => display ?? inline).join(' '));
}
