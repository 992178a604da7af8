/** What the package for GPUs says of itself where it computes on the CPU. */
export const NO_CARD = 'CPU: TensorFlow found no GPU that it can use';
