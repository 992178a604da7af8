import plainBinary from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url';
import simdBinary from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';
import * as tf from '@tensorflow/tfjs-core';

import type { Registered } from './backends.ts';

// In a browser, this is in the place of backends.ts. It runs in a Web Worker.

/** How each backend starts in a browser: what it is registered as, and what it says of itself. */
export const STARTERS = {
  cpu: async (): Promise<Registered> => ({
    registered: 'cpu',
    description: `tfjs ${tf.version_core}, plain JavaScript`,
  }),

  wasm: async (): Promise<Registered> => {
    if (typeof WebAssembly !== 'object') throw new Error('this browser has no WebAssembly');
    const wasm = await import('@tensorflow/tfjs-backend-wasm');
    // A server that isolates its pages has threads: they would start from an address that the page's policy refuses, and add
    // up in an order of their own. So the binary for threads is never asked for, though its name must be given.
    tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
    wasm.setWasmPaths(
      {
        'tfjs-backend-wasm.wasm': plainBinary,
        'tfjs-backend-wasm-simd.wasm': simdBinary,
        'tfjs-backend-wasm-threaded-simd.wasm': simdBinary,
      },
      true,
    );
    const simd = await tf.env().getAsync('WASM_HAS_SIMD_SUPPORT');
    const without = simd ? '' : ', without SIMD: this browser has none, so it computes more slowly';
    return { registered: 'wasm', description: `tfjs-backend-wasm ${wasm.version_wasm}${without}` };
  },

  webgpu: async (): Promise<Registered> => {
    const { gpu } = navigator as { gpu?: Gpu };
    if (gpu === undefined) throw new Error('this browser has no WebGPU here (it needs https or localhost)');
    const adapter = await gpu.requestAdapter();
    if (adapter === null) throw new Error('this browser finds no graphics processor for WebGPU');
    await import('@tensorflow/tfjs-backend-webgpu');
    // By default it hands small tensors to the cpu backend, and a formula of small shapes would be computed by that one.
    tf.env().set('WEBGPU_CPU_FORWARD', false);
    const { vendor, architecture, description } = adapter.info;
    const device = description || `${vendor} ${architecture}`.trim() || 'a device without a name';
    return { registered: 'webgpu', description: `tfjs-backend-webgpu, ${device}` };
  },

  'tfjs-node': () => notInBrowser(),
  'tfjs-node-gpu': () => notInBrowser(),
} as const;

/** What is read of WebGPU, whose types the compiler's library of the DOM does not have. */
interface Gpu {
  requestAdapter(): Promise<{ info: { vendor: string; architecture: string; description: string } } | null>;
}

function notInBrowser(): never {
  throw new Error('it runs in Node alone, where `backproof compute` has it');
}
