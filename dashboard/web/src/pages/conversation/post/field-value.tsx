// A field's value in words: amounts with their currency, choices in the person's language, lists as lists.
import { useFormat } from '../../../words/format';
import { useNamed, useWords } from '../../../words/words';
import type { Field } from '../state/fields';
import type { JobData } from '../state/types';

type Props = { field: Field; data: JobData };

export function FieldValue({ field, data }: Props) {
  const { t } = useWords();
  const named = useNamed(field.words ?? '');
  const value = data[field.name];
  if (field.kind === 'salary') return <SalaryValue salary={data.salary} />;
  if (field.kind === 'flag') return <span>{t('conversation-yes')}</span>;
  if (field.kind === 'choice') return <span>{named(String(value))}</span>;
  if (field.kind === 'choices') return <ListValue items={(value as string[]).map(named)} />;
  if (field.kind === 'list') return <ListValue items={(value as string[]) ?? []} />;
  return <span className="field-text" dir="auto">{String(value ?? '')}</span>;
}

function ListValue({ items }: { items: string[] }) {
  return (
    <ul className="field-list">
      {items.map((item, index) => <li key={index}><bdi>{item}</bdi></li>)}
    </ul>
  );
}

function SalaryValue({ salary }: { salary: JobData['salary'] }) {
  const format = useFormat();
  const named = useNamed('period');
  const amount = format.money(salary?.min, salary?.max, salary?.currency);
  return <span><bdi>{amount}</bdi> {salary?.period && named(salary.period)}</span>;
}
