// What a field's editor holds, as a merge patch: an empty control empties the field.
import type { Field } from './fields';
import type { JobDataPatch } from './types';

export function patchOf(field: Field, form: FormData): JobDataPatch {
  return { [field.name]: valueOf(field, form) } as JobDataPatch;
}

function valueOf(field: Field, form: FormData): unknown {
  const text = String(form.get('value') ?? '').trim();
  switch (field.kind) {
    case 'list': return text.split('\n').map((line) => line.trim()).filter(Boolean);
    case 'choices': return form.getAll('value');
    case 'flag': return form.get('value') === 'true';
    case 'number': return text === '' ? null : Number(text);
    case 'salary': return salaryOf(form);
    default: return text === '' ? null : text;
  }
}

/** Without an amount nothing is left of it: its currency alone may be the organization's, which the editor begins with. */
function salaryOf(form: FormData): Record<string, string | null> {
  const read = (name: string) => String(form.get(name) ?? '').trim() || null;
  const [min, max] = [amountOf(read('min')), amountOf(read('max'))];
  if (min === null && max === null) return { min, max, currency: null, period: null };
  return { min, max, currency: read('currency')?.toUpperCase() ?? null, period: read('period') };
}

/** "45,000" and "45 000" as the API takes them; "18.50" and "18,50" keep their cents. */
export function amountOf(text: string | null): string | null {
  if (text === null) return null;
  const plain = text.replace(/[\s\u00a0\u202f'’]/g, '');
  const cents = /^(.*)[.,](\d{1,2})$/.exec(plain);
  const whole = (cents?.[1] ?? plain).replace(/[.,]/g, '');
  return cents ? `${whole}.${cents[2]}` : whole;
}
