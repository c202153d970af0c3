// The page to go on to after the sign-in: only a path of this application.

export function asTarget(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  return /^\/(live|test)\/[\w-]+(\/|\?|$)/.test(value) ? value : undefined;
}
