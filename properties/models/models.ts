import type { Model } from './shared/model.ts';
import type { DeviceLoss } from './shared/training-on-device.ts';
import { transformer } from './transformer/transformer.ts';
import { vae } from './vae/vae.ts';

/** A model, how it is written with tfjs, and errors that its training must show. */
export interface Learner {
  model: Model;
  /** loaded only if asked for, since TensorFlow.js is large */
  onDevice: () => Promise<{ loss: DeviceLoss; faults: Readonly<Record<string, DeviceLoss>> }>;
  /** the share of the first loss that is left at the end, at most */
  falls: number;
}

/** The models that learn: whole formulas of several lectures put together. */
export const learners: readonly Learner[] = [
  {
    model: vae,
    onDevice: async () => {
      const { vaeFaults, vaeOnDevice } = await import('./vae/vae-on-device.ts');
      return { loss: vaeOnDevice, faults: vaeFaults };
    },
    falls: 0.4,
  },
  {
    model: transformer,
    onDevice: async () => {
      const { transformerFaults, transformerOnDevice } = await import('./transformer/transformer-on-device.ts');
      return { loss: transformerOnDevice, faults: transformerFaults };
    },
    falls: 0.5,
  },
];
