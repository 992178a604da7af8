/** What `Date` takes for these names in English, as Brightspace writes them. */
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const LOCAL = /^(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?\s*(.*)$/;

interface Parts {
  year: number;
  month: number;
  day: number;
  hour?: number;
  minute?: number;
  second?: number;
}

/** `2026-11-01T23:59:00`, without a time zone; undefined if that time does not exist. */
function localTime({ year, month, day, hour = 0, minute = 0, second = 0 }: Parts): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day, hour, minute, second));
  const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && hour < 24 && minute < 60;
  return isReal ? date.toISOString().slice(0, 19) : undefined;
}

/** `2026-11-01-12-00-00`, as Blackboard writes it. */
export function dashedTime(text: string): string | undefined {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = text.split('-').map(Number);
  return localTime({ year, month, day, hour, minute, second });
}

/** `Nov 1, 2026 1159 PM`, `1 November, 2026 11:59 PM` or `Nov 1, 2026 2359`, as Brightspace writes it in English. */
export function writtenTime(text: string): string | undefined {
  const found =
    /^(?:(?<m>\p{L}+)\.? (?<d>\d{1,2})|(?<d2>\d{1,2}) (?<m2>\p{L}+)\.?),? (?<y>\d{4}),? (?<h>\d{1,2})[:.]?(?<min>\d\d)(?:[:.]?\d\d)? ?(?<half>[AP]\.?M\.?)?$/iu.exec(
      text.trim(),
    )?.groups;
  if (found === undefined) return undefined;
  const month = MONTHS.indexOf((found['m'] ?? found['m2'] ?? '').slice(0, 3).toLowerCase()) + 1;
  const half = found['half']?.[0]?.toLowerCase();
  const hour = Number(found['h']);
  const shift = half === 'p' && hour < 12 ? 12 : half === 'a' && hour === 12 ? -12 : 0;
  return localTime({
    year: Number(found['y']),
    month,
    day: Number(found['d'] ?? found['d2']),
    hour: hour + shift,
    minute: Number(found['min']),
  });
}

/**
 * A time as programs write it: ISO 8601, `2026-11-01 12:00:00.000000 UTC` or with the name of a zone after it, or the digits
 * `20261101120000000`, which are in UTC (Sakai). With a zone it ends in `Z`, without one it has none.
 */
export function programTime(text: string): string | undefined {
  const trimmed = text.trim();
  const digits = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)\d{3}$/.exec(trimmed);
  if (digits !== null) return utc(`${localOf(digits)}`);
  const found = LOCAL.exec(trimmed);
  if (found === null) return undefined;
  const local = localOf(found);
  const zone = found[7] ?? '';
  if (local === undefined || zone === '') return local;
  if (/^(?:Z|UTC|GMT)$/i.test(zone)) return utc(local);
  const offset = /^(?:UTC|GMT)?([+-]\d\d):?(\d\d)$/.exec(zone);
  if (offset !== null) return moment(`${local}${offset[1]}:${offset[2]}`);
  return inZone(local, zone);
}

function localOf(found: RegExpExecArray): string | undefined {
  const [, year, month, day, hour, minute, second = '0'] = found.map(Number);
  return localTime({
    year: year ?? 0,
    month: month ?? 0,
    day: day ?? 0,
    hour: hour ?? 0,
    minute: minute ?? 0,
    second: Number(second) || 0,
  });
}

function utc(local: string | undefined): string | undefined {
  return local === undefined ? undefined : `${local}Z`;
}

function moment(text: string): string | undefined {
  const time = new Date(text);
  return Number.isNaN(time.getTime()) ? undefined : `${time.toISOString().slice(0, 19)}Z`;
}

/** A local time in a zone of the tz database; without a zone if that zone does not exist. */
function inZone(local: string, zone: string): string {
  try {
    const format = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' });
    const name = format.formatToParts(new Date(`${local}Z`)).find(({ type }) => type === 'timeZoneName')?.value ?? '';
    return moment(`${local}${name.replace('GMT', '') || 'Z'}`) ?? local;
  } catch {
    return local;
  }
}
