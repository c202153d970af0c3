// The fields of a job post in the order in which the page shows them, and how each is edited.
import type { JobData } from './types';

export type FieldName = keyof JobData;
export type FieldKind = 'line' | 'text' | 'list' | 'number' | 'salary' | 'choice' | 'choices' | 'flag';
export type Field = { name: FieldName; kind: FieldKind; options?: readonly string[]; words?: string };

const levels = ['entry', 'junior', 'mid', 'senior', 'lead', 'principal', 'executive'] as const;
const workTypes = ['onsite', 'remote', 'hybrid'] as const;
const employmentTypes = [
  'full_time', 'part_time', 'contract', 'temporary', 'intern', 'apprenticeship', 'volunteer', 'per_diem',
] as const;

/** The fields that every post should have; how many are filled says how far it is. */
export const mainFields: Field[] = [
  { name: 'title', kind: 'line' },
  { name: 'experience_level', kind: 'choice', options: levels, words: 'level' },
  { name: 'location', kind: 'line' },
  { name: 'work_type', kind: 'choice', options: workTypes, words: 'work-type' },
  { name: 'salary', kind: 'salary' },
  { name: 'department', kind: 'line' },
  { name: 'description', kind: 'text' },
  { name: 'responsibilities', kind: 'list' },
  { name: 'requirements', kind: 'list' },
  { name: 'skills', kind: 'list' },
  { name: 'benefits', kind: 'list' },
];

/** The fields that some posts need. */
export const moreFields: Field[] = [
  { name: 'employment_types', kind: 'choices', options: employmentTypes, words: 'employment' },
  { name: 'contract_length', kind: 'line' },
  { name: 'working_hours', kind: 'list' },
  { name: 'start_date', kind: 'line' },
  { name: 'openings', kind: 'number' },
  { name: 'qualifications', kind: 'list' },
  { name: 'languages', kind: 'list' },
  { name: 'additional_pay', kind: 'list' },
  { name: 'travel', kind: 'line' },
  { name: 'relocation', kind: 'line' },
  { name: 'apply_by', kind: 'line' },
  { name: 'how_to_apply', kind: 'line' },
  { name: 'contact', kind: 'line' },
  { name: 'notes', kind: 'list' },
  { name: 'enable_ai_interview', kind: 'flag' },
  { name: 'is_featured', kind: 'flag' },
];

export const allFields = [...mainFields, ...moreFields];

export function isFilled(data: JobData, name: FieldName): boolean {
  const value = data[name];
  if (name === 'salary') return data.salary?.min !== undefined || data.salary?.max !== undefined;
  return Array.isArray(value) ? value.length > 0 : value !== undefined && value !== '' && value !== false;
}

export function filledCount(data: JobData): number {
  return mainFields.filter(({ name }) => isFilled(data, name)).length;
}

/** The fields to show: the title, those that hold something, and those that are wanted. The post grows with the talk. */
export function fieldsToShow(data: JobData, wanted: readonly string[]): Field[] {
  return allFields.filter((field) =>
    field.name === 'title' || isFilled(data, field.name) || wanted.includes(field.name));
}

/** The fields in which two states differ. */
export function differingFields(before: JobData, after: JobData): FieldName[] {
  return allFields
    .map(({ name }) => name)
    .filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));
}

/** What a post needs before it can be finished: a title, what the organization requires. */
export function neededFields(data: JobData, required: readonly string[]): Field[] {
  const wanted = ['title', ...required];
  return allFields.filter(({ name }) => wanted.includes(name) && !isFilled(data, name));
}

/** What candidates ask about, and the post does not say yet. */
export function worthTelling(data: JobData, required: readonly string[]): Field[] {
  const asked = ['experience_level', 'location', 'work_type', 'salary', 'responsibilities', 'requirements', 'benefits'];
  return allFields.filter(({ name }) => asked.includes(name) && !required.includes(name) && !isFilled(data, name));
}
