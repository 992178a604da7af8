import type { SeenDivergence } from '../../accelerated/divergence.ts';
import type { Located } from '../../properties/entry/entries.ts';
import type { BenchResult } from '../../tools/bench/result.ts';

/** Everything that the pages say, as site/build/ read it from the project. */
export interface Facts {
  lectures: readonly Lecture[];
  divergences: readonly SeenDivergence[];
  bench: BenchResult;
  documents: Documents;
}

/** The pages of docs/ that the site shows, as they are written. */
export interface Documents {
  accuracy: string;
  bench: string;
  contract: string;
}

/** A lecture and its formulas, in the order of the catalogue. */
export interface Lecture {
  number: number;
  /** `training` */
  topic: string;
  formulas: readonly FormulaFacts[];
}

export interface FormulaFacts extends Located {
  lecture: { number: number; topic: string };
  reference: SourceFacts;
  /** null where nothing is computed that a device would do faster */
  accelerated: SourceFacts | null;
  documentation: Documentation;
  /** of the gradient, in the words of its docstring; null without one */
  gradient: string | null;
  /** what the options' own comments say of them, by name */
  optionComments: ReadonlyMap<string, string>;
  /** the grader asks for it, so it can be written in the playground */
  isExercise: boolean;
  accuracy: readonly AccuracyRow[];
  /** divergences of tfjs that the accelerated code goes round or whose entry names the formula, then those of the ops it calls */
  divergences: { met: readonly SeenDivergence[]; ofOps: readonly SeenDivergence[] };
}

/** A source file. */
export interface SourceFacts {
  /** from the project's root: `reference/training/softmax.ts` */
  path: string;
  /** without its imports, which are listed, and without the docstrings that the page shows as text */
  code: string;
  /** the project's files that it imports, by their paths */
  imports: readonly string[];
}

/** The docstring of the reference. */
export interface Documentation {
  /** the text before the tags, in Markdown with LaTeX */
  description: string;
  throws: readonly string[];
  examples: readonly string[];
}

/** A row of docs/accuracy.md, its cells in Markdown. */
export interface AccuracyRow {
  of: 'value' | 'gradient';
  /** `sum`, `running error` */
  class: string;
  points: string;
  worstUlp: string;
  limit: string;
  ofBound: string;
  ofDocstring: string;
  where: string;
}
