// A key for one intent of the person: the same intent sent again takes effect once.

/** 128 random bits. crypto.randomUUID is not there on plain http beside localhost. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
