import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import util from 'node:util';
import type { BackendName } from './backend-names.ts';
import { firstLineOf } from './error-message.ts';
import * as tf from './tf.ts';

export interface Started {
  name: BackendName;
  /** what the backend says of itself: version, device */
  description: string;
}

/** A backend could not be started; the message is the reason, in one line. */
class BackendMissing extends Error {
  override name = 'BackendMissing';
}

const require = createRequire(import.meta.url);
const OPTIONAL_PACKAGES = ['webgpu', '@tensorflow/tfjs-node', '@tensorflow/tfjs-node-gpu'];

/**
 * Starts a backend in this process. tfjs falls back to cpu in silence where a backend fails, so what is running is
 * looked at and made to compute before it is believed.
 *
 * @throws {BackendMissing} with the reason, in one line.
 */
export async function startBackend(name: BackendName): Promise<Started> {
  try {
    const { registered, description } = await STARTERS[name]();
    const accepted = await tf.setBackend(registered);
    await tf.ready();
    if (!accepted || tf.getBackend() !== registered) {
      throw new Error(`tfjs fell back to ${tf.getBackend()} in silence`);
    }
    const product = tf.tidy(() => tf.matMul(tf.tensor2d([[1, 2]]), tf.tensor2d([[3], [4]])));
    const [value] = await product.data();
    product.dispose();
    if (value !== 11) throw new Error(`[1 2] [3 4]^T came out as ${value}, not 11`);
    return { name, description };
  } catch (error) {
    throw new BackendMissing(`${name}: ${notInstalled(error) ?? firstLine(error)}`);
  }
}

const STARTERS: Record<BackendName, () => Promise<{ registered: string; description: string }>> = {
  cpu: async () => ({ registered: 'cpu', description: `tfjs ${tf.version_core}, plain JavaScript` }),

  wasm: async () => {
    const wasm = await import('@tensorflow/tfjs-backend-wasm');
    wasm.setWasmPaths(join(dirname(require.resolve('@tensorflow/tfjs-backend-wasm')), '/'));
    return { registered: 'wasm', description: `tfjs-backend-wasm ${wasm.version_wasm}` };
  },

  webgpu: async () => {
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
};

const NO_CARD = 'CPU: TensorFlow found no GPU that it can use';

/** Whether the package for GPUs computes on the CPU, as it does without a card: then it says nothing that tfjs-node does not. */
export function lacksCard({ description }: Started): boolean {
  return description.endsWith(NO_CARD);
}

async function startNode(packageName: string): Promise<{ registered: string; description: string }> {
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

/** What to do where a backend's own package is not there: they are large, so each is installed by whoever wants it. */
function notInstalled(error: unknown): string | null {
  if (!(error instanceof Error && 'code' in error)) return null;
  if (error.code !== 'MODULE_NOT_FOUND' && error.code !== 'ERR_MODULE_NOT_FOUND') return null;
  const missing = OPTIONAL_PACKAGES.find((name) => error.message.includes(`'${name}'`));
  return missing === undefined ? null : `not installed: npm install --save-optional ${missing}`;
}

function firstLine(error: unknown): string {
  return firstLineOf(error).replace(/^[a-z-]+: /, '');
}
