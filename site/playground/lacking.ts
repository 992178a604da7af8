/** A module whose one function gives i8x16.splat of 0: what compiles it has SIMD. */
const SIMD = new Uint8Array([
  0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 98, 11,
]);

/** What this browser lacks of what the checker needs: the parser of students' code is compiled to WebAssembly with SIMD. */
export function lacking(): string | null {
  if (typeof Worker === 'undefined') return 'Web Workers';
  if (typeof WebAssembly === 'undefined') return 'WebAssembly';
  return WebAssembly.validate(SIMD) ? null : 'SIMD in its WebAssembly';
}
