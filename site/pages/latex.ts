import katex from 'katex';
import { type Html, trusted } from '../../grader/report/html/escape.ts';

/**
 * LaTeX as KaTeX draws it, with MathML beside it for screen readers.
 *
 * @throws {katex.ParseError} KaTeX does not know a command, or LaTeX would not take the text as it is.
 */
export function latex(text: string, { display }: { display: boolean }): Html {
  const options = { displayMode: display, output: 'htmlAndMathml', throwOnError: true, strict: 'error' } as const;
  return trusted(katex.renderToString(text, options));
}

/** The fonts that markup of KaTeX surely shows, by the classes in it; the others are fetched when they are met. */
export function fontsOf(markup: string): string[] {
  const fonts: [font: string, sign: string][] = [
    ['Main-Regular', 'class="katex"'],
    ['Math-Italic', 'mathnormal'],
    ['Size2-Regular', 'large-op'],
  ];
  return fonts.filter(([, sign]) => markup.includes(sign)).map(([font]) => font);
}
