/**
 * What the reference needs of the package ndarray, which builds its code from strings: the site forbids that, and its build puts
 * this in the package's place.
 */
class View {
  readonly data: Float64Array;
  readonly shape: number[];
  readonly stride: number[];
  readonly offset: number;

  constructor(data: Float64Array, shape: number[], stride: number[], offset: number) {
    this.data = data;
    this.shape = shape;
    this.stride = stride;
    this.offset = offset;
  }

  get dimension(): number {
    return this.shape.length;
  }

  get size(): number {
    return this.shape.reduce((product, length) => product * length, 1);
  }

  index(...at: number[]): number {
    return this.stride.reduce((sum, step, axis) => sum + step * (at[axis] as number), this.offset);
  }

  get(...at: number[]): number {
    let place = this.offset;
    for (let axis = 0; axis < this.stride.length; axis++) place += (this.stride[axis] as number) * (at[axis] as number);
    return this.data[place] as number;
  }

  set(...atAndValue: number[]): number {
    const value = atAndValue[this.shape.length] as number;
    this.data[this.index(...atAndValue)] = value;
    return value;
  }

  /** without what is before the given places */
  lo(...from: number[]): View {
    const first = this.shape.map((_, axis) => counted(from[axis]) ?? 0);
    const shape = this.shape.map((length, axis) => length - (first[axis] as number));
    return new View(this.data, shape, [...this.stride], this.index(...first));
  }

  /** the first of each axis, as many as are given */
  hi(...count: number[]): View {
    const shape = this.shape.map((length, axis) => counted(count[axis]) ?? length);
    return new View(this.data, shape, [...this.stride], this.offset);
  }

  transpose(...axes: number[]): View {
    const from = this.shape.map((_, axis) => axes[axis] ?? axis);
    const taken = (list: number[]): number[] => from.map((axis) => list[axis] as number);
    return new View(this.data, taken(this.shape), taken(this.stride), this.offset);
  }

  /** what lies at the given places of the axes that have one; the others stay */
  pick(...at: (number | null)[]): View {
    const isPicked = this.shape.map((_, axis) => counted(at[axis]) !== null);
    const kept = (list: number[]): number[] => list.filter((_, axis) => !isPicked[axis]);
    return new View(
      this.data,
      kept(this.shape),
      kept(this.stride),
      this.index(...isPicked.map((is, axis) => (is ? (at[axis] as number) : 0))),
    );
  }
}

function counted(value: number | null | undefined): number | null {
  return typeof value === 'number' && value >= 0 ? Math.trunc(value) : null;
}

/** A view of the data in row-major order, or with the strides given. */
export default function createNdArray(
  data: Float64Array,
  shape: number[] = [data.length],
  stride: number[] = rowMajor(shape),
  offset: number = firstOf(shape, stride),
): View {
  return new View(data, shape, stride, offset);
}

function rowMajor(shape: readonly number[]): number[] {
  return shape.map((_, axis) => shape.slice(axis + 1).reduce((product, length) => product * length, 1));
}

/** Where the first element lies: at the end of an axis that is walked backwards. */
function firstOf(shape: readonly number[], stride: readonly number[]): number {
  return stride.reduce((at, step, axis) => (step < 0 ? at - ((shape[axis] as number) - 1) * step : at), 0);
}
