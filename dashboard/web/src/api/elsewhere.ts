// The server has refused a request, because the login works for another organization than the page.

const listeners = new Set<() => void>();

export function reportElsewhere() {
  for (const listener of listeners) listener();
}

export function onElsewhere(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
