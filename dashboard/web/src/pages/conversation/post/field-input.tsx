// The control for each kind of field. Controls are native: the platform's keyboard, spelling and date habits come with them.
import { useTenant } from '../../../api/tenant';
import { useNamed, useWords } from '../../../words/words';
import type { Field } from '../state/fields';
import type { JobData } from '../state/types';

type Props = { field: Field; label: string; value: JobData[keyof JobData] };

export function FieldInput({ field, label, value }: Props) {
  const line = { name: 'value', 'aria-label': label, autoFocus: true };
  switch (field.kind) {
    case 'salary': return <SalaryInput salary={value as JobData['salary']} />;
    case 'choice': return <ChoiceInput field={field} label={label} value={value as string | undefined} />;
    case 'choices': return <ChoicesInput field={field} label={label} value={(value as string[]) ?? []} />;
    case 'text': return <LongInput label={label} value={String(value ?? '')} rows={8} />;
    case 'list': return <ListInput label={label} items={(value as string[]) ?? []} />;
    case 'flag': return <FlagInput label={label} value={value === true} />;
    case 'number': return <input {...line} type="number" min={1} max={10_000} defaultValue={Number(value ?? 1)} />;
    default: return <input {...line} dir="auto" defaultValue={String(value ?? '')} />;
  }
}

function LongInput({ label, value, rows }: { label: string; value: string; rows: number }) {
  return <textarea name="value" dir="auto" rows={rows} defaultValue={value} aria-label={label} autoFocus />;
}

function ListInput({ label, items }: { label: string; items: string[] }) {
  const { t } = useWords();
  return (
    <>
      <LongInput label={label} value={items.join('\n')} rows={Math.max(3, items.length + 1)} />
      <p className="field-hint">{t('conversation-list-hint')}</p>
    </>
  );
}

function ChoiceInput({ field, label, value }: { field: Field; label: string; value?: string }) {
  const { t } = useWords();
  const named = useNamed(field.words ?? '');
  return (
    <select name="value" defaultValue={value ?? ''} aria-label={label} autoFocus>
      <option value="">{t('conversation-nothing')}</option>
      {field.options?.map((option) => <option key={option} value={option}>{named(option)}</option>)}
    </select>
  );
}

function ChoicesInput({ field, label, value }: { field: Field; label: string; value: string[] }) {
  const named = useNamed(field.words ?? '');
  return (
    <fieldset className="choices" aria-label={label}>
      {field.options?.map((option, index) => (
        <label key={option}>
          <input type="checkbox" name="value" value={option} defaultChecked={value.includes(option)} autoFocus={index === 0} />
          {named(option)}
        </label>
      ))}
    </fieldset>
  );
}

function FlagInput({ label, value }: { label: string; value: boolean }) {
  const { t } = useWords();
  return (
    <fieldset className="choices" aria-label={label}>
      <label><input type="checkbox" name="value" value="true" defaultChecked={value} autoFocus />{t('conversation-yes')}</label>
    </fieldset>
  );
}

function SalaryInput({ salary }: { salary: JobData['salary'] }) {
  const { t } = useWords();
  const named = useNamed('period');
  const { api } = useTenant();
  const usual = api.useQuery('get', '/v1/organization').data?.currency;
  const currency = salary ? salary.currency : usual;
  return (
    <div className="salary-input">
      <label>{t('salary-min')}<input name="min" inputMode="decimal" defaultValue={salary?.min ?? ''} autoFocus /></label>
      <label>{t('salary-max')}<input name="max" inputMode="decimal" defaultValue={salary?.max ?? ''} /></label>
      <label>{t('salary-currency')}<input name="currency" maxLength={3} defaultValue={currency ?? ''} /></label>
      <label>
        {t('salary-period')}
        <select name="period" defaultValue={salary?.period ?? ''}>
          <option value="">{t('conversation-nothing')}</option>
          {['hour', 'day', 'week', 'month', 'year'].map((period) => <option key={period} value={period}>{named(period)}</option>)}
        </select>
      </label>
    </div>
  );
}
