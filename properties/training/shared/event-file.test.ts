import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { crc32c } from '../../../accelerated/training/shared/crc32c.ts';
import { eventFile, eventFileName } from '../../../accelerated/training/shared/event-file.ts';
import { trainingEvents } from '../../../accelerated/training/shared/training-events.ts';
import { vector } from '../../../reference/ndarray.ts';
import { bytesOf, fieldsOf, recordsOf, scalarOf, slowCrc, textOf, viewOf } from './event-reader-fixture.ts';

const bytes = (length: number, at: (i: number) => number): Uint8Array => Uint8Array.from({ length }, (_, i) => at(i));
const scsiRead = '01c000000000000000000000000000001400000000000400000000140000001828000000000000000200000000000000';

describe('crc32c', () => {
  test.each([
    ['32 bytes of zeros', bytes(32, () => 0), 0x8a9136aa],
    ['32 bytes of ones', bytes(32, () => 0xff), 0x62a8ab43],
    ['32 bytes incrementing', bytes(32, (i) => i), 0x46dd794e],
    ['32 bytes decrementing', bytes(32, (i) => 31 - i), 0x113fdb5c],
    ['an iSCSI read command', bytes(48, (i) => Number.parseInt(scsiRead.slice(2 * i, 2 * i + 2), 16)), 0xd9963a56],
    ['the digits 1 to 9', new TextEncoder().encode('123456789'), 0xe3069283],
    ['nothing', bytes(0, () => 0), 0],
  ])('of %s is the published one (RFC 3720, B.4; the catalogue of CRCs)', (_, data, published) => {
    expect(crc32c(data)).toBe(published);
    expect(slowCrc(data)).toBe(published);
  });
});

describe('eventFile', () => {
  test('begins with the version of the format', () => {
    // tensorflow.Event: wall_time = 1, a double, file_version = 3, a string.
    const [first] = recordsOf(eventFile([]));
    const fields = fieldsOf(first as Uint8Array);
    expect(viewOf(bytesOf(fields, 1)).getFloat64(0, true)).toBe(0);
    expect(textOf(bytesOf(fields, 3))).toBe('brain.Event:2');
    expect(Buffer.from(first as Uint8Array).toString('hex')).toBe(
      `0900000000000000001a0d${Buffer.from('brain.Event:2').toString('hex')}`,
    );
  });

  test('holds what was written, in its order', () => {
    const scalar = fc.record({
      tag: fc.string({ minLength: 1, unit: 'binary', maxLength: 200 }),
      step: fc.oneof(fc.nat(), fc.maxSafeNat(), fc.constantFrom(0, 127, 128, 16383, 16384, 2 ** 31, 2 ** 32)),
      value: fc.float(),
      wallTime: fc.double({ noNaN: true, noDefaultInfinity: true }),
    });
    fc.assert(
      fc.property(fc.array(scalar, { maxLength: 5 }), (scalars) => {
        const [version, ...events] = recordsOf(eventFile(scalars));
        expect(textOf(bytesOf(fieldsOf(version as Uint8Array), 3))).toBe('brain.Event:2');
        expect(events.map(scalarOf)).toEqual(scalars);
      }),
      { seed: 1, numRuns: 200 },
    );
  });

  test('a changed bit breaks a check', () => {
    const file = eventFile([{ tag: 'epoch/loss', step: 3, value: 0.5, wallTime: 1 }]);
    for (let i = 0; i < file.length; i++) {
      const spoiled = Uint8Array.from(file);
      spoiled[i] = (spoiled[i] as number) ^ 1;
      expect(() => recordsOf(spoiled), `byte ${i}`).toThrow();
    }
  });

  test.each([
    [{ tag: '' }, 'scalars[0].tag'],
    [{ step: 1.5 }, 'scalars[0].step'],
    [{ step: -1 }, 'scalars[0].step'],
    [{ wallTime: Number.NaN }, 'scalars[0].wallTime'],
  ])('refuses %j', (change, names) => {
    expect(() => eventFile([{ tag: 'loss', step: 0, value: 1, wallTime: 0, ...change }])).toThrow(names);
  });

  test('of a training holds loss and accuracy of each epoch', () => {
    const run = { loss: vector([0.75, 0.5]), accuracy: vector([0.25, 1]) };
    const [, ...events] = recordsOf(trainingEvents(run, 5));
    expect(events.map(scalarOf)).toEqual([
      { tag: 'epoch_loss', step: 0, value: 0.75, wallTime: 5 },
      { tag: 'epoch_accuracy', step: 0, value: 0.25, wallTime: 5 },
      { tag: 'epoch_loss', step: 1, value: 0.5, wallTime: 5 },
      { tag: 'epoch_accuracy', step: 1, value: 1, wallTime: 5 },
    ]);
  });

  test('is named so that TensorBoard finds it', () => {
    expect(eventFileName(1_700_000_000.5)).toBe('events.out.tfevents.1700000000.backproof');
  });
});
