import { DATA_KINDS } from './draws.ts';
import { OURS, type Trial } from './trial.ts';

const PANEL = { width: 180, height: 130, gap: 26, left: 74, top: 74 };
const MEASURES = [
  { of: 'killed', title: 'mutants refused' },
  { of: 'falseAlarms', title: 'right products refused' },
] as const;

/** The result as an SVG: a panel for each kind of data, solid lines for inputs as drawn, dashed ones for inputs times 1e-2. */
export function tolerancePicture(trials: readonly Trial[]): string {
  const names = trials[0]?.verdicts.map(({ name }) => name) ?? [];
  const width = PANEL.left + DATA_KINDS.length * (PANEL.width + PANEL.gap);
  const height = PANEL.top + MEASURES.length * (PANEL.height + PANEL.gap + 14) + 16;
  const panels = MEASURES.flatMap((measure, row) =>
    DATA_KINDS.map((kind, column) => {
      const x = PANEL.left + column * (PANEL.width + PANEL.gap);
      const y = PANEL.top + row * (PANEL.height + PANEL.gap + 14);
      const own = trials.filter((trial) => trial.kind === kind);
      const title = row === 0 ? `<text class="title" x="${PANEL.width / 2}" y="-10">${kind}</text>` : '';
      const label =
        column === 0
          ? `<text class="title" transform="rotate(-90)" x="${-PANEL.height / 2}" y="-54">${measure.title}</text>`
          : '';
      return `<g transform="translate(${x} ${y})">${title}${label}${axes(own, column === 0)}${lines(own, names, measure.of)}</g>`;
    }),
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="t d">
<title id="t">What each tolerance refuses</title>
<desc id="d">Shares of products with one term dropped and of right products that five tolerances refuse, over the number of terms, for four kinds of data. Solid: as drawn. Dashed: inputs times 0.01.</desc>
<style>${STYLE}</style>
<rect class="ground" width="${width}" height="${height}"/>
${legend(names)}
${panels.join('\n')}
</svg>
`;
}

function axes(trials: readonly Trial[], labelled: boolean): string {
  const ticks = [0, 0.5, 1].map((share) => {
    const y = heightOf(share);
    const text = labelled ? `<text class="tick end" x="-8" y="${y + 4}">${100 * share} %</text>` : '';
    return `<path class="grid" d="M0 ${y}H${PANEL.width}"/>${text}`;
  });
  const sizes = sizesOf(trials).map(
    (n, i, all) => `<text class="tick" x="${placeOf(i, all.length)}" y="${PANEL.height + 17}">${n}</text>`,
  );
  return [...ticks, ...sizes].join('');
}

function lines(trials: readonly Trial[], names: readonly string[], of: 'killed' | 'falseAlarms'): string {
  const sizes = sizesOf(trials);
  // Ours is drawn last, above the others.
  return names
    .toReversed()
    .flatMap((name) =>
      [1, 1e-2].map((scale) => {
        const points = sizes.map((n, i) => {
          const trial = trials.find((candidate) => candidate.n === n && candidate.scale === scale);
          const share = trial?.verdicts.find((verdict) => verdict.name === name)?.[of] ?? 0;
          return `${placeOf(i, sizes.length)} ${heightOf(share)}`;
        });
        const dashed = scale === 1 ? '' : ' dashed';
        return `<path class="line ${classOf(name, names)}${dashed}" d="M${points.join('L')}"/>`;
      }),
    )
    .join('');
}

function legend(names: readonly string[]): string {
  const items = names.map(
    (name, i) =>
      `<path class="line ${classOf(name, names)}" d="M${PANEL.left + i * 112} 22h22"/>` +
      `<text class="key" x="${PANEL.left + i * 112 + 28}" y="26">${name}</text>`,
  );
  const note = `<text class="key" x="${PANEL.left + names.length * 112}" y="26">dashed: inputs times 0.01; below: n</text>`;
  return items.join('') + note;
}

function sizesOf(trials: readonly Trial[]): number[] {
  return [...new Set(trials.map(({ n }) => n))];
}

function placeOf(i: number, count: number): number {
  return 14 + (i * (PANEL.width - 28)) / Math.max(1, count - 1);
}

function heightOf(share: number): number {
  return Math.round(10 * PANEL.height * (1 - share)) / 10;
}

function classOf(name: string, names: readonly string[]): string {
  return name === OURS ? 'ours' : `other${names.indexOf(name)}`;
}

// The hues differ for the common kinds of colour blindness too; ours is the thick one.
const STYLE = `
text{font:12px system-ui,sans-serif;fill:#333}.title{text-anchor:middle;font-weight:600}.tick{text-anchor:middle;font-size:11px}.tick.end{text-anchor:end}
.ground{fill:#fff}.grid{stroke:#ddd;fill:none}.line{fill:none;stroke-width:1.6;stroke-linejoin:round}.dashed{stroke-dasharray:4 4}
.ours{stroke:#0b57d0;stroke-width:3.2}.other1{stroke:#b3261e}.other2{stroke:#8a5a00}.other3{stroke:#146c2e}.other4{stroke:#7b3fa0}
@media (prefers-color-scheme:dark){text{fill:#ddd}.ground{fill:#0d1117}.grid{stroke:#333}
.ours{stroke:#7cacf8}.other1{stroke:#ff8a80}.other2{stroke:#ffca5f}.other3{stroke:#6dd58c}.other4{stroke:#d7a9f5}}
`;
