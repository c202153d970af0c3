// The time zone of the dates on the page: the organization's, so that everybody in it reads the same.
import { createContext, use, type ReactNode } from 'react';

const TimeZoneContext = createContext<string | undefined>(undefined);

export function TimeZoneProvider({ zone, children }: { zone: string | undefined; children: ReactNode }) {
  return <TimeZoneContext value={zone && isKnown(zone) ? zone : undefined}>{children}</TimeZoneContext>;
}

/** The zone's IANA name; undefined is the browser's. */
export function useTimeZone(): string | undefined {
  return use(TimeZoneContext);
}

/** Whether the browser knows the zone: it may be older than the server's list. */
export function isKnown(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat(undefined, { timeZone: zone }) !== null;
  } catch {
    return false;
  }
}
