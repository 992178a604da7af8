export const globalMaxPool2d = (x) => x.map((image) => Math.max(...image.flat(2)));
