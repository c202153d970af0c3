// Edits a field in place: Enter saves a line, Ctrl+Enter a longer text, Escape leaves it as it was.
import { useState, type FormEvent, type KeyboardEvent } from 'react';
import { Button } from '../../../parts/button';
import { useWords } from '../../../words/words';
import { useConversationPage } from '../context';
import type { Field } from '../state/fields';
import { patchOf } from '../state/patch-of-form';
import { FieldInput } from './field-input';

type Props = { field: Field; label: string; onDone: () => void };

export function FieldEditor({ field, label, onDone }: Props) {
  const { t } = useWords();
  const { conversation, editing } = useConversationPage();
  // What the person saw when the editing began; a conflict is a difference from this.
  const [base] = useState(conversation.session.job_data[field.name]);

  async function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const patch = patchOf(field, new FormData(event.currentTarget));
    const isSaved = await editing.save(field.name, patch, base);
    if (isSaved) onDone();
  }

  function onKeyDown(event: KeyboardEvent<HTMLFormElement>) {
    if (event.key === 'Escape') onDone();
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.requestSubmit();
  }

  return (
    <form className="field-editor" onSubmit={save} onKeyDown={onKeyDown}>
      <FieldInput field={field} label={label} value={base} />
      <div className="actions">
        <Button kind="primary" type="submit" isPending={editing.isPending}>{t('save')}</Button>
        <Button kind="quiet" onPress={onDone}>{t('cancel')}</Button>
      </div>
    </form>
  );
}
