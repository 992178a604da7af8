import type { Flow } from './networks.ts';

const PLOT = { left: 74, top: 44, width: 520, height: 320, right: 150, bottom: 50 };

/** The norms as an SVG: a line for each network, over the layers, on a logarithmic axis. */
export function flowPicture(all: readonly Flow[]): string {
  const exponents = all.flatMap(({ norms }) => norms.map(Math.log10));
  const [least, most] = [Math.floor(Math.min(...exponents)), Math.ceil(Math.max(...exponents))];
  const depth = Math.max(...all.map(({ norms }) => norms.length));
  const x = (l: number): number => rounded(PLOT.left + (l * PLOT.width) / Math.max(1, depth - 1));
  const y = (norm: number): number =>
    rounded(PLOT.top + (PLOT.height * (most - Math.log10(norm))) / Math.max(1, most - least));
  const [width, height] = [PLOT.left + PLOT.width + PLOT.right, PLOT.top + PLOT.height + PLOT.bottom];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="t d">
<title id="t">Gradient norms through depth</title>
<desc id="d">The norm of the gradient by the weights of each layer, on a logarithmic axis, for networks of ${depth} layers: ${all.map(({ name, promise }) => `${name} ${promise}`).join('; ')}.</desc>
<style>${STYLE}</style>
<rect class="ground" width="${width}" height="${height}"/>
${powers(least, most)
  .map(
    (power) =>
      `<path class="grid" d="M${PLOT.left} ${y(10 ** power)}h${PLOT.width}"/><text class="tick end" x="${PLOT.left - 8}" y="${y(10 ** power) + 4}">1e${power}</text>`,
  )
  .join('\n')}
${layerTicks(depth)
  .map((l) => `<text class="tick" x="${x(l - 1)}" y="${PLOT.top + PLOT.height + 18}">${l}</text>`)
  .join('\n')}
<text class="title" x="${PLOT.left + PLOT.width / 2}" y="${PLOT.top + PLOT.height + 40}">layer, the first one is next to the input</text>
<text class="title" x="${PLOT.left + PLOT.width / 2}" y="24">norm of the gradient by the weights</text>
${all
  .map(({ name, norms }, i) => {
    const points = norms.map((norm, l) => `${x(l)} ${y(norm)}`).join('L');
    const label = `<path class="line line${i}" d="M${PLOT.left + PLOT.width + 12} ${60 + 22 * i}h20"/><text class="key" x="${PLOT.left + PLOT.width + 38}" y="${64 + 22 * i}">${name}</text>`;
    return `<path class="line line${i}" d="M${points}"/>${label}`;
  })
  .join('\n')}
</svg>
`;
}

/** The powers of ten that get a line: at most ten of them. */
function powers(least: number, most: number): number[] {
  const step = Math.max(1, Math.ceil((most - least) / 10));
  const count = Math.floor((most - least) / step) + 1;
  return Array.from({ length: count }, (_, k) => most - k * step);
}

/** The layers that get a number: the first, and every fourth. */
function layerTicks(depth: number): number[] {
  return Array.from({ length: depth }, (_, l) => l + 1).filter((l) => l === 1 || l % 4 === 0);
}

function rounded(place: number): number {
  return Math.round(10 * place) / 10;
}

// The hues differ for the common kinds of colour blindness too.
const STYLE = `
text{font:12px system-ui,sans-serif;fill:#333}.title{text-anchor:middle;font-weight:600}.tick{text-anchor:middle;font-size:11px}.tick.end{text-anchor:end}
.ground{fill:#fff}.grid{stroke:#ddd;fill:none}.line{fill:none;stroke-width:2.4;stroke-linejoin:round}
.line0{stroke:#b3261e}.line1{stroke:#0b57d0}.line2{stroke:#146c2e}.line3{stroke:#8a5a00}.line4{stroke:#7b3fa0}
@media (prefers-color-scheme:dark){text{fill:#ddd}.ground{fill:#0d1117}.grid{stroke:#333}
.line0{stroke:#ff8a80}.line1{stroke:#7cacf8}.line2{stroke:#6dd58c}.line3{stroke:#ffca5f}.line4{stroke:#d7a9f5}}
`;
