import { crc32c } from './crc32c.ts';

/** A number that TensorBoard draws: one point of the curve `tag`. */
export interface Scalar {
  /** the name of the curve; what comes before a slash groups curves: `epoch/loss` */
  tag: string;
  /** its place on the axis: an epoch or a training step, counted from 0 */
  step: number;
  /** kept as float32 */
  value: number;
  /** when it was measured, in seconds since 1970 */
  wallTime: number;
}

/**
 * The bytes of a TensorBoard event file that holds scalars, in their order. TensorBoard finds it under a name that
 * contains `tfevents`, as `eventFileName` makes it. Bytes alone: nothing here touches a file, so it runs in a browser too.
 *
 * The file is a sequence of records, one protobuf message `tensorflow.Event` in each: first the version of the format,
 * then one for each scalar, as `Summary.Value.simple_value`. Written by hand: three kinds of fields are needed, and the
 * libraries for protobuf want a schema that is longer than this file.
 *
 * @throws {RangeError} A tag is empty, a step is not a whole number of at least 0, or a time is not finite.
 * @see https://www.tensorflow.org/tutorials/load_data/tfrecord, and tensorflow/core/util/event.proto and
 * tensorflow/core/framework/summary.proto.
 */
export function eventFile(scalars: readonly Scalar[]): Uint8Array {
  const began = scalars[0]?.wallTime ?? 0;
  const version = joined(double(1, began), text(3, 'brain.Event:2'));
  return joined(...[version, ...scalars.map(scalarEvent)].map(record));
}

/** The name under which TensorBoard looks for events: `events.out.tfevents.1700000000.run`. */
export function eventFileName(wallTime: number, run = 'backproof'): string {
  return `events.out.tfevents.${String(Math.floor(wallTime)).padStart(10, '0')}.${run}`;
}

function scalarEvent({ tag, step, value, wallTime }: Scalar, i: number): Uint8Array {
  if (tag === '') throw new RangeError(`scalars[${i}].tag: expected a name, got ''`);
  if (!Number.isSafeInteger(step) || step < 0) {
    throw new RangeError(`scalars[${i}].step: expected an integer of at least 0, got ${step}`);
  }
  if (!Number.isFinite(wallTime)) {
    throw new RangeError(`scalars[${i}].wallTime: expected seconds since 1970, got ${wallTime}`);
  }
  const summary = message(1, joined(text(1, tag), float(2, value)));
  return joined(double(1, wallTime), integer(2, step), message(5, summary));
}

/** A record: length, its check, the data, their check; all little-endian. */
function record(data: Uint8Array): Uint8Array {
  const length = new Uint8Array(8);
  new DataView(length.buffer).setBigUint64(0, BigInt(data.length), true);
  return joined(length, check(length), data, check(data));
}

/** A CRC of bytes that hold CRCs is weak, so that of a record is turned by 15 bits and moved. */
function check(bytes: Uint8Array): Uint8Array {
  const crc = crc32c(bytes);
  const masked = ((crc >>> 15) | (crc << 17)) + 0xa282ead8;
  const out = new Uint8Array(4);
  new DataView(out.buffer).setUint32(0, masked >>> 0, true);
  return out;
}

// The fields of protobuf: a varint of 8 number + kind, then the value. Kinds: 0 varint, 1 eight bytes, 2 length and
// bytes, 5 four bytes.

function integer(field: number, value: number): Uint8Array {
  return joined(varint(8 * field), varint(value));
}

function double(field: number, value: number): Uint8Array {
  const out = new Uint8Array(8);
  new DataView(out.buffer).setFloat64(0, value, true);
  return joined(varint(8 * field + 1), out);
}

function float(field: number, value: number): Uint8Array {
  const out = new Uint8Array(4);
  new DataView(out.buffer).setFloat32(0, value, true);
  return joined(varint(8 * field + 5), out);
}

function message(field: number, bytes: Uint8Array): Uint8Array {
  return joined(varint(8 * field + 2), varint(bytes.length), bytes);
}

function text(field: number, value: string): Uint8Array {
  return message(field, new TextEncoder().encode(value));
}

/** Seven bits a byte, the lowest first; the top bit says that more follow. */
function varint(value: number): Uint8Array {
  const bytes: number[] = [];
  let rest = value;
  for (; rest >= 128; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128);
  return Uint8Array.from([...bytes, rest]);
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let next = 0;
  for (const part of parts) {
    out.set(part, next);
    next += part.length;
  }
  return out;
}
