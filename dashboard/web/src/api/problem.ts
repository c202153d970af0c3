// Errors of the API as one type: problem+json (RFC 9457), or a failed connection in the same form.
import type { components } from '../../generated/api';

export type Problem = components['schemas']['Problem'];

/** Codes that the page itself gives to failures without an answer of the API. */
export const UNREACHABLE = 'unreachable';
export const UNEXPECTED = 'unexpected';

export function isProblem(error: unknown): error is Problem {
  return typeof error === 'object' && error !== null && 'code' in error && 'status' in error;
}

export function asProblem(error: unknown): Problem {
  if (isProblem(error)) return error;
  const code = error instanceof TypeError ? UNREACHABLE : UNEXPECTED;
  const detail = error instanceof Error ? error.message : String(error);
  return { type: `urn:postwright:problem:${code}`, title: code, status: 0, detail, code, request_id: '' };
}

/** The messages of a 422 by the name of the form's field, as React Aria's Form takes them. `/writing/tone` is about both. */
export function fieldErrors(problem: Problem | undefined): Record<string, string> {
  const pairs = (problem?.errors ?? []).flatMap(({ pointer, detail }) =>
    pointer.split('/').filter((name) => /^[a-z]/.test(name)).map((name) => [name, detail]));
  return Object.fromEntries(pairs);
}
