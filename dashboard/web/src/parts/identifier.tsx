// An id, shortened where the whole one says no more to the eye; the tooltip and a copy have all of it.
export function Identifier({ value }: { value: string }) {
  return <code className="identifier" dir="ltr" title={value}>{value.length > 12 ? `…${value.slice(-8)}` : value}</code>;
}
