// Commands to paste into a shell, with the address of this installation.

const authorization = '-H "Authorization: Bearer $KEY"';

export function createSession(): string {
  return `export KEY=pw_…\ncurl ${location.origin}/v1/sessions ${authorization} --json '{}'`;
}

export function sendMessage(): string {
  const body = `{"message": "A senior developer, hybrid in Lisbon"}`;
  return `curl ${location.origin}/v1/sessions/$SESSION/turns ${authorization} \\\n  -H "Prefer: wait=20" --json '${body}'`;
}

export function finalize(): string {
  return `curl ${location.origin}/v1/sessions/$SESSION/finalize ${authorization} \\\n  --json '{"content_hash": "…"}'`;
}
