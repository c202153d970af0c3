// Relative ranges of time, as the filters and the address hold them: a link of last week shows the last week.
export const ranges = ['1d', '7d', '30d'] as const;

export type Range = (typeof ranges)[number];

export function asRange(value: unknown): Range | undefined {
  return ranges.find((range) => range === value);
}

/** When the range began, to the hour, so that a query stays the same while the page is open. */
export function startOf(range: Range): string {
  const hour = 3_600_000;
  return new Date((Math.floor(Date.now() / hour) - Number.parseInt(range, 10) * 24) * hour).toISOString();
}
