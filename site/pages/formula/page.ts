import { type Html, html } from '../../../grader/report/html/escape.ts';
import type { BenchResult } from '../../../tools/bench/result.ts';
import { codeBlock } from '../code.ts';
import type { FormulaFacts, SourceFacts } from '../facts.ts';
import { type Page, rootOf } from '../frame.ts';
import { fontsOf } from '../latex.ts';
import { type Block, blockHtml, blocksOf, inline, markdown } from '../markdown.ts';
import { formulaPath, lecturePath, sourcePath, topicTitle } from '../names.ts';
import { accuracyPart, divergencesPart, errataPart, lawsPart, speedPart, workedPart } from './evidence.ts';
import { parametersList } from './parameters.ts';

/** The formulas before and after one, in the order of the catalogue. */
export interface Neighbours {
  previous: FormulaFacts | null;
  next: FormulaFacts | null;
}

interface Part {
  anchor: string;
  heading: string;
  content: Html;
}

/** The page of a formula. */
export function formulaPage(formula: FormulaFacts, bench: BenchResult, neighbours: Neighbours): Page {
  const { entry, lecture } = formula;
  const path = formulaPath(entry.id);
  const root = rootOf(path);
  const { intro, shapes } = divided(blocksOf(formula.documentation.description));
  const parts = partsOf(formula, bench, shapes, root);
  const main = html`<article class="with-contents">
<header>
<p class="soft small"><a href="${root}${lecturePath(lecture.number)}">Lecture ${lecture.number}: ${topicTitle(lecture.topic)}</a></p>
<h1>${entry.title}</h1>
<p class="soft"><code>${entry.id}</code></p>
</header>
<div class="content">
${intro.map((block, n) => (n === 0 && block.kind === 'paragraph' ? html`<p class="lead">${inline(block.text)}</p>` : blockHtml(block)))}
<p class="actions screen">${
    formula.isExercise
      ? html`<a class="button primary" href="${root}playground.html?exercise=${entry.id}">Write it yourself</a>`
      : null
  }<a class="button" href="${root}compute.html?formula=${entry.id}">Try a value</a></p>
</div>
<nav class="contents screen" aria-label="On this page"><h2>On this page</h2><ul>
${parts.map(
  ({ anchor, heading }) => html`<li><a href="#${anchor}">${heading}</a></li>
`,
)}</ul></nav>
<div class="content">
${parts.map(
  ({ anchor, heading, content }) => html`<section aria-labelledby="${anchor}">
<h2 id="${anchor}">${heading}</h2>
${content}</section>
`,
)}${neighbourLinks(neighbours, root)}
</div>
</article>`;
  return {
    title: entry.title,
    path,
    description: descriptionOf(formula),
    main,
    scripts: ['try-values'],
    fonts: fontsOf(main.markup),
  };
}

/** The first paragraph of the docstring, as plain text. */
export function summaryOf({ documentation }: FormulaFacts): string {
  return (documentation.description.trim().split(/\n\s*\n/)[0] ?? '').replace(/\s+/g, ' ').trim();
}

function descriptionOf(formula: FormulaFacts): string {
  return `${summaryOf(formula).replaceAll(/[$`\\]/g, '')} Formula, shapes, code, laws and worked values.`;
}

/** What the docstring says up to its list of shapes, and from there on. */
function divided(blocks: readonly Block[]): { intro: readonly Block[]; shapes: readonly Block[] } {
  const list = blocks.findIndex(({ kind }) => kind === 'list');
  return list < 0 ? { intro: blocks, shapes: [] } : { intro: blocks.slice(0, list), shapes: blocks.slice(list) };
}

function partsOf(formula: FormulaFacts, bench: BenchResult, shapes: readonly Block[], root: string): Part[] {
  const { entry, golden, documentation, reference, accelerated } = formula;
  const part = (anchor: string, heading: string, content: Html): Part => ({ anchor, heading, content });
  return [
    part(
      'shapes',
      'Shapes and conventions',
      html`${shapes.map((block) => blockHtml(block))}${parametersList(entry, formula.optionComments)}`,
    ),
    part(
      'example',
      'Example',
      html`${documentation.examples.map((example) => codeBlock(withoutFence(example), 'Example'))}
<div data-compute="${entry.id}"><p><a href="${root}compute.html?formula=${entry.id}">Try it on values of your own</a></p></div>
`,
    ),
    part('worked', 'Worked values', workedPart(entry.id, entry.worked, golden)),
    part('gradient', 'Gradient', gradientPart(formula)),
    part(
      'reference',
      'Reference code',
      codePart(
        reference,
        'Plain float64 code, to be held against the formula. What the docstrings say is above.',
        root,
      ),
    ),
    part(
      'accelerated',
      'Accelerated code',
      accelerated
        ? codePart(
            accelerated,
            'The same on TensorFlow.js, on whichever backend is running; gradients by autodiff.',
            root,
          )
        : html`<p>There is none: nothing in it is computed faster on a device.</p>
`,
    ),
    part('laws', 'Laws', lawsPart(entry.laws)),
    part(
      'errors',
      'Errors',
      html`<p>Input that is not legal is refused, with a message that names the argument.</p>
<ul>
${documentation.throws.map(
  (text) => html`<li>${inline(thrown(text))}</li>
`,
)}</ul>
`,
    ),
    part('accuracy', 'Accuracy', accuracyPart(formula.accuracy, root)),
    part('divergences', 'Divergences of TensorFlow.js', divergencesPart(formula, root)),
    part('speed', 'Speed', speedPart(formula, bench, root)),
    part('errata', 'Errata of the course notes', errataPart(entry.id, entry.errata ?? [])),
    part(
      'sources',
      'Sources',
      html`<ul>
${entry.source.map(
  (source) => html`<li>${source}</li>
`,
)}</ul>
`,
    ),
  ];
}

function gradientPart({ gradient, entry }: FormulaFacts): Html {
  if (gradient === null || !entry.gradient)
    return html`<p>None is stated: nothing is differentiated through this formula.</p>
`;
  return html`${markdown(gradient)}<p>Taken by ${entry.gradient.wrt.map((name, n) => [n === 0 ? '' : ', ', html`<code>${name}</code>`])}.</p>
`;
}

/** `{RangeError} …` as a sentence: `RangeError: …`. */
function thrown(text: string): string {
  return text.replace(/^\{([^}]*)\}\s*/, '`$1`: ').replace(/\s+/g, ' ');
}

function withoutFence(example: string): string {
  return example.replaceAll(/^```\w*$/gm, '').trim();
}

function codePart({ path, code, imports }: SourceFacts, words: string, root: string): Html {
  return html`<p>${words}</p>
${codeBlock(code, path)}
<p class="small">Source: <a href="${root}${sourcePath(path)}"><code>${path}</code></a>${
    imports.length === 0
      ? null
      : html`; it imports ${imports.map((file, n) => [n === 0 ? '' : ', ', html`<a href="${root}${sourcePath(file)}"><code>${file}</code></a>`])}`
  }</p>
`;
}

function neighbourLinks({ previous, next }: Neighbours, root: string): Html {
  const link = (formula: FormulaFacts, rel: string, words: string): Html =>
    html`<a rel="${rel}" href="${root}${formulaPath(formula.entry.id)}"><span class="soft small">${words}</span><br>${formula.entry.title}</a>`;
  return html`<nav class="neighbours screen" aria-label="Neighbouring formulas">${previous ? link(previous, 'prev', 'Previous') : html`<span></span>`}${next ? link(next, 'next', 'Next') : null}</nav>`;
}
