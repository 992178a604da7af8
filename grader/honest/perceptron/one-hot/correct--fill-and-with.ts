export const oneHot = (index, depth) => {
  if (!(Number.isInteger(index) && 0 <= index && index < depth)) throw new RangeError(`bad class ${index}`);
  return new Array(depth).fill(0).with(index, 1);
};
