import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import util from 'node:util';
import * as tf from '@tensorflow/tfjs-core';
import { NO_CARD } from './no-card.ts';

/** What a backend is registered as in tfjs, and what it says of itself: version, device. */
export interface Registered {
  registered: string;
  description: string;
}

const require = createRequire(import.meta.url);

/** How each backend starts in Node. */
export const STARTERS = {
  cpu: async (): Promise<Registered> => ({
    registered: 'cpu',
    description: `tfjs ${tf.version_core}, plain JavaScript`,
  }),

  wasm: async (): Promise<Registered> => {
    const wasm = await import('@tensorflow/tfjs-backend-wasm');
    wasm.setWasmPaths(join(dirname(require.resolve('@tensorflow/tfjs-backend-wasm')), '/'));
    return { registered: 'wasm', description: `tfjs-backend-wasm ${wasm.version_wasm}` };
  },

  webgpu: async (): Promise<Registered> => {
    // Both must be set before tfjs-backend-webgpu is loaded, which looks at them then.
    const { create, globals } = await import('webgpu');
    Object.assign(globalThis, globals);
    const gpu = create([]);
    Object.defineProperty(globalThis, 'navigator', { value: { gpu }, configurable: true });
    const adapter = await gpu.requestAdapter();
    if (!adapter) throw new Error('no Vulkan device that Dawn accepts (see the README on SwiftShader)');
    await import('@tensorflow/tfjs-backend-webgpu');
    // By default it hands small tensors to the cpu backend, and a test of small shapes would test that one.
    tf.env().set('WEBGPU_CPU_FORWARD', false);
    const { vendor, architecture, description } = adapter.info;
    return { registered: 'webgpu', description: `tfjs-backend-webgpu, ${description || `${vendor} ${architecture}`}` };
  },

  'tfjs-node': () => startNode('@tensorflow/tfjs-node'),
  'tfjs-node-gpu': () => startNode('@tensorflow/tfjs-node-gpu'),
} as const;

async function startNode(packageName: string): Promise<Registered> {
  // Node 23 removed both; tfjs-node 4.22 calls them while it loads.
  const legacy = util as unknown as { isNullOrUndefined?: unknown; isArray?: unknown };
  legacy.isNullOrUndefined ??= (value: unknown) => value === null || value === undefined;
  legacy.isArray ??= Array.isArray;
  const { version } = require(packageName) as { version: Record<string, string> };
  const backend = tf.findBackend('tensorflow') as { isUsingGpuDevice?: boolean } | null;
  const usesGpu = backend?.isUsingGpuDevice === true;
  const card = usesGpu ? 'GPU' : packageName.endsWith('-gpu') ? NO_CARD : 'CPU';
  return { registered: 'tensorflow', description: `tfjs-node ${version['tfjs-node']}, ${card}` };
}
