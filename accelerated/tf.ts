// TensorFlow.js as every accelerated formula imports it: the operations, the cpu backend, and the gradients. The umbrella
// package `@tensorflow/tfjs` holds the same beside 144 MB of bundles for browsers.
import '@tensorflow/tfjs-backend-cpu';
import { reshape, Tensor } from '@tensorflow/tfjs-core';

export * from '@tensorflow/tfjs-core';
// The core registers no gradient by itself and has no file that Node can load for it: the layers register all of them.
export { initializers, input, layers, metrics, model, type SymbolicTensor } from '@tensorflow/tfjs-layers';

// The gradient of prod calls x.reshape(…): methods of tensors are added by the umbrella package alone.
Object.assign(Tensor.prototype, {
  reshape(this: Tensor, shape: number[]): Tensor {
    return reshape(this, shape);
  },
});
