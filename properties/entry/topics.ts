/** The folders that hold formulas, the same in each tree; every other folder of a tree is a room of its own. */
export const TOPICS = [
  'perceptron',
  'backprop',
  'tensors',
  'training',
  'losses',
  'optimizers',
  'metrics',
  'convolution',
  'generalization',
  'recurrent',
  'autoencoders',
  'generative',
  'nlp',
  'attention',
] as const;
