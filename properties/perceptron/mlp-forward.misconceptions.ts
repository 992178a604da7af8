import type { Misconception } from '../entry/entry.ts';
import { nth } from '../values/nth.ts';
import type { Matrix } from '../values/value.ts';
import type { MlpForward } from './mlp-forward.ts';
import { activation as functionOf } from './shared/activation.ts';
import { type LayerOf, plainDrives } from './shared/layer-inputs.ts';

type Result = ReturnType<MlpForward>;

const activated = (drives: Matrix, { activation }: LayerOf): Matrix =>
  drives.map((row) => row.map(functionOf[activation]));

/** Right forward pass, from which the wrong forms depart. */
const pass: MlpForward = (x, layers) => {
  const result: Result = { drives: [], activations: [] };
  for (const layer of layers) {
    const drives = plainDrives(result.activations.at(-1) ?? x, layer.w, layer.b);
    result.drives.push(drives);
    result.activations.push(activated(drives, layer));
  }
  return result;
};

export const misconceptions: readonly Misconception<MlpForward>[] = [
  {
    id: 'mlpForward/drives-are-activations',
    title: 'the list of drives holds the activations',
    hint: 'Keep what a layer computes before its activation function, too: which of the two do you push into drives?',
    caughtBy: 'one relu layer',
    implementation: (x, layers) => {
      const { activations } = pass(x, layers);
      return { drives: activations, activations };
    },
  },
  {
    id: 'mlpForward/last-layer-linear',
    title: 'the last layer has no activation',
    hint: 'The last layer names an activation function as any other does: is it used?',
    caughtBy: 'one relu layer',
    implementation: (x, layers) =>
      pass(
        x,
        layers.map((layer, l) => (l === layers.length - 1 ? { ...layer, activation: 'identity' } : layer)),
      ),
  },
  {
    id: 'mlpForward/bias-ignored',
    title: 'the biases are not added',
    hint: 'Each layer has biases b beside its weights w: what do they do in your drives?',
    caughtBy: 'one relu layer',
    rearranges: (x, layers) => [x, layers.map((layer) => ({ ...layer, b: layer.b.map(() => 0) }))],
    implementation: (x, layers) =>
      pass(
        x,
        layers.map((layer) => ({ ...layer, b: layer.b.map(() => 0) })),
      ),
  },
  {
    id: 'mlpForward/input-to-every-layer',
    title: 'every layer is given the input',
    hint: 'Only the first layer sees x. What does the second one see?',
    caughtBy: 'two layers of one unit',
    implementation: (x, layers) => {
      if (layers.some(({ w }) => w.length !== nth(x, 0).length)) return undefined;
      const passes = layers.map((layer) => pass(x, [layer]));
      return {
        drives: passes.flatMap(({ drives }) => drives),
        activations: passes.flatMap(({ activations }) => activations),
      };
    },
  },
];
