import { html } from '../../grader/report/html/escape.ts';
import { tableOf } from '../../tools/bench/table.ts';
import { scrolling } from './code.ts';
import type { Facts } from './facts.ts';
import { accuracyTable, benchTable } from './formula/evidence.ts';
import type { Page } from './frame.ts';
import { type Block, blockHtml, blocksOf } from './markdown.ts';
import { formulaPath } from './names.ts';

/** How accurate the reference is: what docs/accuracy.md explains, and its table with links. */
export function accuracyPage({ lectures, documents }: Facts): Page {
  const formulas = lectures.flatMap((lecture) => lecture.formulas);
  const rows = formulas.flatMap(({ entry, accuracy }) =>
    accuracy.map((row) => ({
      name: html`<a href="${formulaPath(entry.id)}#accuracy">${entry.id}</a>${row.of === 'gradient' ? ' gradient' : ''}`,
      row,
    })),
  );
  return {
    title: 'Accuracy',
    path: 'accuracy.html',
    description: 'The worst error of each formula in float64, measured against 64 digits.',
    main: html`${withoutTables(documents.accuracy).map((block) => blockHtml(block))}
<h2 id="table">Every formula</h2>
${scrolling(accuracyTable(rows), 'Accuracy')}`,
  };
}

/** How fast the formulas are: what docs/bench.md explains, and its table. */
export function speedPage({ bench, documents }: Facts): Page {
  const { head, rows } = tableOf(bench);
  return {
    title: 'Speed',
    path: 'speed.html',
    description: 'How long each formula takes in plain float64 code and on each backend of TensorFlow.js.',
    main: html`${withoutTables(documents.bench).map((block) => blockHtml(block))}
<h2 id="table">Every formula</h2>
${scrolling(benchTable(head, rows), 'Speed')}`,
  };
}

/** The tables come from the data itself, and the picture is in the repository. */
function withoutTables(text: string): Block[] {
  return blocksOf(text).filter(
    (block) => block.kind !== 'table' && !(block.kind === 'paragraph' && block.text.startsWith('![')),
  );
}
