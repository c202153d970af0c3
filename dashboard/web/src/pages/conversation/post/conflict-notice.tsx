// Somebody else changed the field in the meantime: both values, and the person decides.
import { Button } from '../../../parts/button';
import { useWords } from '../../../words/words';
import { useConversationPage } from '../context';
import { isFilled, type Field } from '../state/fields';
import type { JobData } from '../state/types';
import { FieldValue } from './field-value';

export function ConflictNotice({ field, onDone }: { field: Field; onDone: () => void }) {
  const { t } = useWords();
  const { conversation, editing } = useConversationPage();
  const data = conversation.session.job_data;
  const mine = { ...data, ...editing.conflict?.patch } as JobData;

  async function useMine() {
    const patch = editing.conflict?.patch;
    if (patch && (await editing.save(field.name, patch, data[field.name]))) onDone();
  }

  function keepTheirs() {
    editing.dropConflict();
    onDone();
  }

  return (
    <div className="conflict" role="alert">
      <p>{t('conversation-conflict')}</p>
      <dl>
        <div><dt>{t('conversation-conflict-theirs')}</dt><dd><ValueOrNothing field={field} data={data} /></dd></div>
        <div><dt>{t('conversation-conflict-mine')}</dt><dd><ValueOrNothing field={field} data={mine} /></dd></div>
      </dl>
      <div className="actions">
        <Button onPress={keepTheirs}>{t('conversation-keep-theirs')}</Button>
        <Button kind="primary" onPress={useMine} isPending={editing.isPending}>{t('conversation-use-mine')}</Button>
      </div>
    </div>
  );
}

function ValueOrNothing({ field, data }: { field: Field; data: JobData }) {
  const { t } = useWords();
  return isFilled(data, field.name) ? <FieldValue field={field} data={data} /> : <span>{t('conversation-nothing')}</span>;
}
