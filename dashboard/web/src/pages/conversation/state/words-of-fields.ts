// Which words of the talk support which field, and how to cut a message at them.
import type { FieldProvenance, ValueProvenance } from './types';

export type Words = { turnId: string; start: number; end: number; field: string };
export type Piece = { text: string; fields: string[] };

export function fieldOfPath(path: string): string {
  return path.split('/')[1] ?? '';
}

/** The values that make up a field: `/salary/min` and `/salary/max` belong to `salary`. */
export function valuesOfField(provenance: FieldProvenance[], name: string): ValueProvenance[] {
  return provenance.filter(({ path }) => fieldOfPath(path) === name).flatMap(({ values }) => values);
}

export function wordsOfTalk(provenance: FieldProvenance[]): Words[] {
  return provenance.flatMap(({ values }) => values).flatMap((value) => {
    if (!value.turn_id || !value.position) return [];
    return [{ turnId: value.turn_id, ...value.position, field: fieldOfPath(value.path) }];
  });
}

/** Cuts a text at the words of its fields. Positions count Unicode code points, as the API does. */
export function cut(text: string, words: Words[]): Piece[] {
  const points = [...text];
  const bounds = new Set([0, points.length, ...words.flatMap(({ start, end }) => [start, end])]);
  const cuts = [...bounds].filter((bound) => bound <= points.length).sort((a, b) => a - b);
  return cuts.slice(0, -1).map((start, index) => {
    const end = cuts[index + 1]!;
    const within = words.filter((word) => word.start <= start && word.end >= end);
    return { text: points.slice(start, end).join(''), fields: [...new Set(within.map(({ field }) => field))] };
  });
}
