export const flatten = (x) => x.map((sample) => (Array.isArray(sample) ? sample.flat() : [sample]));
