import { type Registered, STARTERS } from '../host/backends.ts';
import { NO_CARD } from '../host/no-card.ts';
import type { BackendName } from './backend-names.ts';
import { firstLineOf } from './error-message.ts';
import * as tf from './tf.ts';

export interface Started {
  name: BackendName;
  /** what the backend says of itself: version, device */
  description: string;
}

const OPTIONAL_PACKAGES = ['webgpu', '@tensorflow/tfjs-node', '@tensorflow/tfjs-node-gpu'];

/** A backend could not be started; the message is the reason, in one line. */
class BackendMissing extends Error {
  override name = 'BackendMissing';
}

/**
 * Starts a backend in this process. tfjs falls back to cpu in silence where a backend fails, so what is running is
 * looked at and made to compute before it is believed.
 *
 * @throws {BackendMissing} with the reason, in one line.
 */
export async function startBackend(name: BackendName): Promise<Started> {
  try {
    const { registered, description } = await starters[name]();
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

/** Every backend has its way to start on the host. */
const starters: Readonly<Record<BackendName, () => Promise<Registered>>> = STARTERS;

/** Whether the package for GPUs computes on the CPU, as it does without a card: then it says nothing that tfjs-node does not. */
export function lacksCard({ description }: Started): boolean {
  return description.endsWith(NO_CARD);
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
