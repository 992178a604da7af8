/** How far apart neighbours along each axis are in row-major order. */
export function stridesOf(shape: readonly number[]): number[] {
  // Equivalent mutant: `1 * (1 + 1e-6)).` (`slice` takes whole places)
  return shape.map((_, axis) => shape.slice(axis + 1).reduce((product, length) => product * length, 1));
}

/** For each element of `shape` in row-major order, where the array that is repeated to that shape has it. */
export function placesOf(own: readonly number[], shape: readonly number[]): number[] {
  const missing = shape.length - own.length;
  let places = [0];
  shape.forEach((length, axis) => {
    const ownLength = own[axis - missing] ?? 1;
    places = places.flatMap((place) => Array.from({ length }, (_, i) => place * ownLength + (ownLength === 1 ? 0 : i)));
  });
  return places;
}
