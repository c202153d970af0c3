// What the post still needs, and what candidates would ask. Each is a button that begins a message about it.
import { useWords } from '../../../words/words';
import { useConversationPage } from '../context';
import { neededFields, worthTelling, type Field } from '../state/fields';
import { FieldChip } from './field-chip';

export function StillNeeded() {
  const { t } = useWords();
  const { conversation, required, mayWrite } = useConversationPage();
  const data = conversation.session.job_data;
  const needed = neededFields(data, required);
  const worth = worthTelling(data, required);
  if (!mayWrite || needed.length + worth.length === 0) return null;
  return (
    <div className="still-needed">
      {needed.length > 0 && <Fields title={t('conversation-still-needed')} fields={needed} isNeeded />}
      {worth.length > 0 && <Fields title={t('conversation-worth-telling')} fields={worth} />}
    </div>
  );
}

function Fields({ title, fields, isNeeded }: { title: string; fields: Field[]; isNeeded?: boolean }) {
  return (
    <div role="group" aria-label={title}>
      <h2>{title}</h2>
      <ul>{fields.map(({ name }) => <li key={name}><FieldChip name={name} isNeeded={isNeeded} /></li>)}</ul>
    </div>
  );
}
