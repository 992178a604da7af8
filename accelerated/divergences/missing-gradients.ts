import type { Divergence } from '../divergence.ts';
import * as tf from '../tf.ts';

/** Divergences of tfjs in gradients that tfjs lacks. */
export const divergences: readonly Divergence[] = [
  {
    id: 'diag-gradient',
    op: 'gradient of diag',
    input: 'tf.grad((x) => tf.diag(x))([1])',
    truth: [1],
    upstream: 'not reported',
    instead: 'nothing: no formula meets it',
    measure: () => tf.grad((x) => tf.diag(x))(tf.tensor1d([1])),
  },
  {
    id: 'depth-to-space-gradient',
    op: 'gradient of depthToSpace',
    input: 'tf.grad((x) => tf.depthToSpace(x, 2))(ones [1, 1, 1, 4])',
    truth: [1, 1, 1, 1],
    upstream: 'not reported',
    instead: 'nothing: no formula meets it',
    measure: () => tf.grad((x) => tf.depthToSpace(x as tf.Tensor4D, 2))(tf.ones([1, 1, 1, 4])),
  },
  {
    id: 'flip-left-right-gradient',
    op: 'gradient of image.flipLeftRight',
    input: 'tf.grad((x) => tf.image.flipLeftRight(x))([[[[1]]]])',
    truth: [1],
    upstream: 'not reported',
    instead: 'nothing: no formula meets it',
    measure: () => tf.grad((x) => tf.image.flipLeftRight(x as tf.Tensor4D))(tf.tensor4d([1], [1, 1, 1, 1])),
  },
  {
    id: 'tensor-scatter-update-gradient',
    op: 'gradient of tensorScatterUpdate',
    input: 'tf.grad((x) => tf.tensorScatterUpdate(x, [[0]], [2]))([1, 1])',
    truth: [0, 1],
    upstream: 'not reported',
    instead: 'nothing: no formula meets it',
    measure: () =>
      tf.grad((x) => tf.tensorScatterUpdate(x, tf.tensor2d([0], [1, 1], 'int32'), tf.tensor1d([2])))(
        tf.tensor1d([1, 1]),
      ),
  },
  {
    id: 'sparse-to-dense-gradient',
    op: 'gradient of sparseToDense',
    input: 'tf.grad((x) => tf.sparseToDense([0], x, [1]))([1])',
    truth: [1],
    upstream: 'not reported',
    instead: 'nothing: no formula meets it',
    measure: () => tf.grad((x) => tf.sparseToDense(tf.tensor1d([0], 'int32'), x, [1]))(tf.tensor1d([1])),
  },
  {
    id: 'max-pool-with-argmax-gradient',
    op: 'gradient of maxPoolWithArgmax',
    input: "tf.grad((x) => tf.maxPoolWithArgmax(x, 1, 1, 'valid').result)([[[[1]]]])",
    truth: [1],
    upstream: 'not reported',
    instead: 'nothing: no formula meets it',
    measure: () =>
      tf.grad((x) => tf.maxPoolWithArgmax(x as tf.Tensor4D, 1, 1, 'valid')['result'] as tf.Tensor)(
        tf.tensor4d([1], [1, 1, 1, 1]),
      ),
  },
  {
    id: 'band-part-gradient',
    op: 'gradient of linalg.bandPart',
    input: 'tf.grad((x) => tf.linalg.bandPart(x, 0, 0))([[1]])',
    truth: [1],
    upstream: 'not reported',
    instead: 'nothing: no formula meets it',
    measure: () => tf.grad((x) => tf.linalg.bandPart(x, 0, 0))(tf.tensor2d([[1]])),
  },
  {
    id: 'tile-gradient',
    op: 'gradient of tile',
    input: 'tf.grad((x) => tf.tile(x, [2, 1, 1, 1, 1]))(ones [1, 1, 1, 1, 1])',
    truth: [2],
    upstream: 'not reported',
    instead: 'nothing: no formula meets it',
    measure: () => tf.grad((x) => tf.tile(x, [2, 1, 1, 1, 1]))(tf.ones([1, 1, 1, 1, 1])),
  },
];
