// The codes of some requests with how many of each there are, the most frequent first.
type Coded = { code: string; status: number };

export type CodeGroup = Coded & { count: number };

export function groupByCode(requests: readonly Coded[]): CodeGroup[] {
  const groups = new Map<string, CodeGroup>();
  for (const { code, status } of requests) {
    const group = groups.get(code) ?? { code, status, count: 0 };
    groups.set(code, { ...group, count: group.count + 1 });
  }
  return [...groups.values()].sort((a, b) => b.count - a.count || a.code.localeCompare(b.code));
}
