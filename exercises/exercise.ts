/** The sections of the contract's page of exercises, each by its first word. */
export const SECTIONS = [
  'perceptron',
  'backprop',
  'activations',
  'training',
  'convolution',
  'generalization',
  'recurrent',
  'autoencoders',
  'tensors',
  'images',
  'architecture',
  'regularization',
  'sequences',
  'latent',
  'generative',
  'nlp',
  'attention',
] as const;

/** What a student is asked to write, and how it is judged if that does not follow from the formula's entry. */
export interface Exercise {
  /** the first word of the contract's section: `activations`, `optimizers` */
  section: (typeof SECTIONS)[number];
  /** default points in a bundled assignment */
  points: number;
  /** the entry's illegal inputs that the contract's row names (!): a student must refuse these */
  illegal: readonly string[];
  /** false: the contract has no row for it, so that it is available only to assignments in a file; default true */
  bundled?: boolean;
  /** the row says "relative": elements are judged only by 1e-9 of their true value, on extreme input too */
  relative?: boolean;
  /** how far an element may be off on extreme input, as a share of the largest of its array; default 1e-9 */
  extremeTolerance?: number;
}
