// The filters of the deliveries and the open one, as the address holds them.
export const statuses = ['pending', 'delivered', 'failed', 'cancelled'] as const;

export type Search = {
  status?: (typeof statuses)[number];
  endpoint?: string;
  /** The open delivery, and its endpoint. */
  delivery?: string;
  of?: string;
};

const text = (value: unknown) => (typeof value === 'string' ? value : undefined);

export function asSearch(search: Record<string, unknown>): Search {
  return {
    status: statuses.find((status) => status === search.status),
    endpoint: text(search.endpoint),
    delivery: text(search.delivery),
    of: text(search.of),
  };
}
