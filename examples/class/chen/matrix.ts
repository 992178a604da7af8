/** A small dense matrix in row-major order. Every operation returns a new one. */
export class Matrix {
  readonly rows: number;
  readonly cols: number;
  private readonly data: Float64Array;

  constructor(rows: number, cols: number, data: Float64Array = new Float64Array(rows * cols)) {
    if (data.length !== rows * cols) throw new Error(`${data.length} values do not fill ${rows} x ${cols}`);
    this.rows = rows;
    this.cols = cols;
    this.data = data;
  }

  static of(values: ArrayLike<number>[]): Matrix {
    const result = new Matrix(values.length, values[0].length);
    for (let i = 0; i < result.rows; i++) result.data.set(values[i], i * result.cols);
    return result;
  }

  static row(values: number[]): Matrix {
    return Matrix.of([values]);
  }

  get(i: number, j: number): number {
    return this.data[i * this.cols + j];
  }

  times(other: Matrix): Matrix {
    if (this.cols !== other.rows) throw new Error(`${this.shape} times ${other.shape}`);
    const product = new Matrix(this.rows, other.cols);
    for (let i = 0; i < this.rows; i++) {
      for (let k = 0; k < this.cols; k++) {
        const left = this.get(i, k);
        for (let j = 0; j < other.cols; j++) product.data[i * other.cols + j] += left * other.get(k, j);
      }
    }
    return product;
  }

  get transposed(): Matrix {
    const result = new Matrix(this.cols, this.rows);
    for (let i = 0; i < this.rows; i++) for (let j = 0; j < this.cols; j++) result.data[j * this.rows + i] = this.get(i, j);
    return result;
  }

  get shape(): string {
    return `[${this.rows}, ${this.cols}]`;
  }

  map(f: (value: number, i: number, j: number) => number): Matrix {
    return new Matrix(this.rows, this.cols, this.data.map((x, k) => f(x, Math.floor(k / this.cols), k % this.cols)));
  }

  plus(other: Matrix): Matrix {
    return this.map((x, i, j) => x + other.get(other.rows === 1 ? 0 : i, j));
  }

  hadamard(other: Matrix): Matrix {
    return this.map((x, i, j) => x * other.get(i, j));
  }

  beside(other: Matrix): Matrix {
    const joined = new Matrix(this.rows, this.cols + other.cols);
    return joined.map((_, i, j) => (j < this.cols ? this.get(i, j) : other.get(i, j - this.cols)));
  }

  withoutLastRow(): Matrix {
    return new Matrix(this.rows - 1, this.cols, this.data.slice(0, -this.cols));
  }

  reduceRows(f: (a: number, b: number) => number, start: number): number[] {
    return Array.from({ length: this.rows }, (_, i) => this.data.slice(i * this.cols, (i + 1) * this.cols).reduce(f, start));
  }

  toArray(): number[][] {
    return Array.from({ length: this.rows }, (_, i) => Array.from(this.data.slice(i * this.cols, (i + 1) * this.cols)));
  }
}
