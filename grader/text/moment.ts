import { Temporal } from 'temporal-polyfill';

/** A text that is not a moment; `expected` says what is. */
export class MomentError extends Error {
  readonly expected = 'a date and a time such as 2026-11-20T23:59 or 2026-11-20T23:59+01:00';
}

/** The name of the machine's time zone. */
export function machineZone(): string {
  return Temporal.Now.timeZoneId();
}

/** The name as it is usually written, null if that zone does not exist. */
export function zoneOf(name: string): string | null {
  try {
    return Temporal.Now.zonedDateTimeISO(name).timeZoneId;
  } catch {
    return null;
  }
}

/**
 * A moment in ISO 8601, with a zone of its own or meant in the given one. A time that a change of clocks leaves out is
 * taken to be later by as much, one that comes twice is the first.
 *
 * @throws {MomentError} It is not one; a date alone is none, since it does not say which end of the day is meant.
 */
export function momentOf(text: string, zone: string): Temporal.Instant {
  const written = text.trim();
  if (!/\d[T ]\d/i.test(written)) throw new MomentError(text);
  try {
    if (/(Z|[+-]\d\d(:?\d\d)?)(\[[^\]]*\])*$/i.test(written)) return Temporal.Instant.from(written);
    return Temporal.PlainDateTime.from(written).toZonedDateTime(zone).toInstant();
  } catch (error) {
    throw error instanceof RangeError ? new MomentError(text) : error;
  }
}

/** `2026-11-20 23:59`, as a clock in the zone shows it; with seconds if there are any, and with the offset in an hour that comes twice. */
export function shownMoment(moment: Temporal.Instant, zone: string): string {
  const zoned = moment.toZonedDateTimeISO(zone);
  const { year, month, day, hour, minute, second, offset } = zoned;
  const two = (value: number): string => String(value).padStart(2, '0');
  const clock = second === 0 ? `${two(hour)}:${two(minute)}` : `${two(hour)}:${two(minute)}:${two(second)}`;
  const local = zoned.toPlainDateTime();
  const first = local.toZonedDateTime(zone, { disambiguation: 'earlier' });
  const isTwice = !first.equals(local.toZonedDateTime(zone, { disambiguation: 'later' }));
  return `${year}-${two(month)}-${two(day)} ${clock}${isTwice ? ` (${offset})` : ''}`;
}
