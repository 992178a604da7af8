import type { Implementation } from './messages.ts';

/** What a reader calls what computes. */
export const SHOWN: Readonly<Record<Implementation, string>> = {
  reference: 'Reference',
  wasm: 'WebAssembly',
  webgpu: 'WebGPU',
  cpu: 'Plain JavaScript',
};
