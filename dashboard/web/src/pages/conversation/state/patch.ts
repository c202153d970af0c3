// Applies a JSON Patch (RFC 6902) to job data. The server sends only `add`, `remove` and `replace`.
import type { JobData, PatchOperation } from './types';

type Json = Record<string, unknown> | unknown[];

export function applyPatch(data: JobData, patch: PatchOperation[]): JobData {
  const copy = structuredClone(data);
  // The values are copied too: a later operation may change a list that an earlier one has put in.
  for (const operation of structuredClone(patch)) applyOperation(copy, operation);
  return copy;
}

/** The job data of a version: all patches up to it, applied to nothing. */
export function dataOfVersion(history: { version: number; patch: PatchOperation[] }[], version: number): JobData {
  const patches = history.filter((entry) => entry.version <= version).flatMap((entry) => entry.patch);
  return applyPatch({} as JobData, patches);
}

function applyOperation(root: object, { op, path, value }: PatchOperation) {
  const tokens = path.split('/').slice(1).map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'));
  const last = tokens.pop();
  const parent = tokens.reduce<unknown>((node, token) => (node as Record<string, unknown>)?.[token], root) as Json;
  if (last === undefined || parent === undefined) return;
  if (Array.isArray(parent)) applyToList(parent, op, last, value);
  else if (op === 'remove') delete parent[last];
  else parent[last] = value;
}

function applyToList(list: unknown[], op: string, token: string, value: unknown) {
  const index = token === '-' ? list.length : Number(token);
  if (op === 'remove') list.splice(index, 1);
  else if (op === 'add') list.splice(index, 0, value);
  else list[index] = value;
}

/** The fields that a patch touches. */
export function fieldsOfPatch(patch: PatchOperation[]): string[] {
  return [...new Set(patch.map(({ path }) => path.split('/')[1] ?? ''))];
}
