export const sigmoid = (z) => 1 / (1 + 2.71828 ** -z);
