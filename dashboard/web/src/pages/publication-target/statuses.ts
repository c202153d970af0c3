// The states of a publication.
export const statuses = ['pending', 'delivered', 'failed'] as const;

export type Status = (typeof statuses)[number];

export function asStatus(value: unknown): Status | undefined {
  return statuses.find((status) => status === value);
}
