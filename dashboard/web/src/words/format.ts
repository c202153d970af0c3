// Dates, times and numbers in the person's language.
import { useWords } from './words';

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
  return {
    number: (value: number) => new Intl.NumberFormat(locale).format(value),
    date: (value: string) => new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }).format(new Date(value)),
    dateTime: (value: string) =>
      new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(value)),
    time: (value: string) => new Intl.DateTimeFormat(locale, { timeStyle: 'short' }).format(new Date(value)),
    relative: (value: string, now: number) => relative(locale, new Date(value).getTime() - now),
    duration: (milliseconds: number) => duration(locale, milliseconds),
    money: (min?: string, max?: string, currency?: string) => money(locale, min, max, currency),
    list: (values: string[]) => new Intl.ListFormat(locale).format(values),
  };
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
