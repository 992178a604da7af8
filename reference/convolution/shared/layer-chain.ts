import type { NdArray } from '../../ndarray.ts';
import type { ConvLayer } from './features.ts';

/** What a layer makes of the images that it is given. */
export type LayerStep = (a: NdArray, layer: ConvLayer) => NdArray;

/** The gradient of a layer, by the images and by its weights. */
export type LayerGradient = (upstream: NdArray, a: NdArray, layer: ConvLayer) => { x: NdArray; layer: ConvLayer };

/** What goes into each layer of a chain, and last what comes out of it. */
export function chained(x: NdArray, layers: readonly ConvLayer[], step: LayerStep): NdArray[] {
  const passed = [x];
  let a = x;
  for (const layer of layers) {
    a = step(a, layer);
    passed.push(a);
  }
  return passed;
}

/** The gradient of sum(upstream * what comes out) by what goes in and by each layer, from the last to the first. */
export function chainedGradient(
  upstream: NdArray,
  passed: readonly NdArray[],
  layers: readonly ConvLayer[],
  gradient: LayerGradient,
): { x: NdArray; layers: ConvLayer[] } {
  let x = upstream;
  const byLayer = layers.map((layer, l) => ({ layer, a: passed[l] as NdArray })).reverse();
  const back = byLayer.map(({ layer, a }) => {
    const step = gradient(x, a, layer);
    x = step.x;
    return step.layer;
  });
  return { x, layers: back.reverse() };
}
