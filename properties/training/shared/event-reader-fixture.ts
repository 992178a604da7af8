import { expect } from 'vitest';
import type { Scalar } from '../../../accelerated/training/shared/event-file.ts';

// A reader of its own: it shares nothing with the writer but the definition of the format.

/** CRC-32C bit by bit, by long division. */
export function slowCrc(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    for (let bit = 0; bit < 8; bit++) {
      const top = (crc ^ (byte >> bit)) & 1;
      crc = (crc >>> 1) ^ (top ? 0x82f63b78 : 0);
    }
  }
  return (crc ^ 0xffffffff) >>> 0;
}

/** Undoes the mask of a record's check. */
function unmasked(check: number): number {
  const turned = (check - 0xa282ead8) >>> 0;
  return ((turned << 15) | (turned >>> 17)) >>> 0;
}

/** The data of each record, their checks verified. */
export function recordsOf(file: Uint8Array): Uint8Array[] {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const records: Uint8Array[] = [];
  for (let at = 0; at < file.length; ) {
    const length = Number(view.getBigUint64(at, true));
    expect(unmasked(view.getUint32(at + 8, true)), `check of the length at ${at}`).toBe(
      slowCrc(file.subarray(at, at + 8)),
    );
    const data = file.subarray(at + 12, at + 12 + length);
    expect(unmasked(view.getUint32(at + 12 + length, true)), `check of the data at ${at}`).toBe(slowCrc(data));
    records.push(data);
    at += 16 + length;
  }
  return records;
}

type Field = bigint | Uint8Array;

/** The fields of a message by their numbers. */
export function fieldsOf(bytes: Uint8Array): Map<number, Field> {
  const fields = new Map<number, Field>();
  let at = 0;
  const varint = (): bigint => {
    let value = 0n;
    for (let shift = 0n; ; shift += 7n) {
      const byte = bytes[at++] as number;
      value |= BigInt(byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
  };
  const take = (length: number): Uint8Array => bytes.slice(at, (at += length));
  while (at < bytes.length) {
    const key = Number(varint());
    const kind = key & 7;
    const value = kind === 0 ? varint() : take(kind === 1 ? 8 : kind === 5 ? 4 : Number(varint()));
    fields.set(key >> 3, value);
  }
  return fields;
}

export const bytesOf = (fields: Map<number, Field>, field: number): Uint8Array => fields.get(field) as Uint8Array;
export const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
export const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset);

export function scalarOf(event: Uint8Array): Scalar {
  const fields = fieldsOf(event);
  const value = fieldsOf(bytesOf(fieldsOf(bytesOf(fields, 5)), 1));
  return {
    tag: textOf(bytesOf(value, 1)),
    step: Number(fields.get(2)),
    value: viewOf(bytesOf(value, 2)).getFloat32(0, true),
    wallTime: viewOf(bytesOf(fields, 1)).getFloat64(0, true),
  };
}
