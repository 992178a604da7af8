/** The options with which a cross-entropy takes logits. */
export const LOGITS = { fromLogits: true };
