// Dates, times and numbers in the person's language, dates in the organization's time zone.
import { useTimeZone } from './time-zone';
import { useWords } from './words';

/** A moment with its zone: "30 Nov 2026, 11:36 CET". */
const MOMENT = {
  day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit', timeZoneName: 'short',
} as const;

const UNITS: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

export function useFormat() {
  const { locale } = useWords();
  const timeZone = useTimeZone();
  return {
    number: (value: number) => new Intl.NumberFormat(locale).format(value),
    dateTime: (value: string) => moment(locale, value, { timeZone }),
    utc: (value: string) => moment(locale, value, { timeZone: 'UTC', second: '2-digit' }),
    now: (zone: string) => moment(locale, new Date().toISOString(), { timeZone: zone }),
    relative: (value: string, now: number) => relative(locale, new Date(value).getTime() - now),
    duration: (milliseconds: number) => duration(locale, milliseconds),
    money: (min?: string, max?: string, currency?: string) => money(locale, min, max, currency),
    currency: (code: string) => new Intl.DisplayNames(locale, { type: 'currency' }).of(code) ?? code,
    list: (values: string[]) => new Intl.ListFormat(locale).format(values),
  };
}

function moment(locale: string, value: string, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(locale, { ...MOMENT, ...options }).format(new Date(value));
}

function relative(locale: string, milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000);
  const [unit, length] = UNITS.find(([, size]) => Math.abs(seconds) >= size) ?? ['minute', 60];
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'short' });
  return format.format(Math.trunc(seconds / length), unit);
}

/** A span of time in its largest unit: "22 hours". */
function duration(locale: string, milliseconds: number): string {
  const seconds = Math.max(60, Math.round(milliseconds / 1000));
  const [unit, length] = UNITS.find(([, size]) => seconds >= size)!;
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(Math.floor(seconds / length));
}

/** One amount or a range, with the currency as the language writes it. */
function money(locale: string, min?: string, max?: string, currency?: string): string {
  const style = currency && /^[A-Z]{3}$/.test(currency) ? ({ style: 'currency', currency } as const) : {};
  const format = new Intl.NumberFormat(locale, { ...style, trailingZeroDisplay: 'stripIfInteger' } as Intl.NumberFormatOptions);
  if (min !== undefined && min === max) return format.format(Number(min));
  if (min !== undefined && max !== undefined) return format.formatRange(Number(min), Number(max));
  if (min !== undefined) return `≥ ${format.format(Number(min))}`;
  return max === undefined ? '' : `≤ ${format.format(Number(max))}`;
}
