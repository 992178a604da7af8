/** Everybody's seed for checking at home: a class draws other inputs, so a table of answers that passes there fails here. */
export const PUBLIC_SEED = 2 ** 31 - 1;
