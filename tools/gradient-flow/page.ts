import { BIAS, DEPTH, type Flow, ratio, SAMPLES, UNITS } from './networks.ts';

/** The figures as a page of Markdown. */
export function flowPage(all: readonly Flow[]): string {
  const layers = [1, DEPTH / 4, DEPTH / 2, (3 * DEPTH) / 4, DEPTH];
  const rows = all.map((flow) => {
    const norms = layers.map((l) => shown(flow.norms[l - 1] as number));
    return `| ${[flow.name, ...norms, shown(ratio(flow)), flow.promise].join(' | ')} |`;
  });
  return `# Gradients through depth

The norm of the gradient by the weights of each layer (\`gradientFlow\`), in networks of ${DEPTH} layers of ${UNITS} units, at their first
weights, for ${SAMPLES} samples. All networks have the same draws; they differ in their activation and in the deviation of the weights, which is
the gain over the root of ${UNITS}: 1 for Glorot, the root of 2 for He. The biases have a deviation of ${BIAS}.

\`\`\`sh
npm run gradient-flow   # writes this page and its picture; fails if a gradient does something else than is said here
\`\`\`

![The norm of the gradient at each layer, for each network](gradient-flow.svg)

| network | ${layers.map((l) => `layer ${l}`).join(' | ')} | first over last | with depth it |
| ------- | ${layers.map(() => '---:').join(' | ')} | ---: | ------- |
${rows.join('\n')}

On the way back each layer multiplies the gradient by its weights and by the slope of its activation. The slope of sigmoid is at most 1/4, and
relu lets half of the units through: with Glorot's deviation, which is right for linear units and nearly so for tanh, the gradient of both
vanishes. He's deviation makes up for relu's half. Weights four times as large make it explode, though tanh is flat at most drives.
`;
}

/** Two digits: more may differ in the last ones between versions of Node. */
function shown(x: number): string {
  return x.toExponential(1);
}
