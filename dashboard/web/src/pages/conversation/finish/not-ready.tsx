// What is missing before the post can be finished; each begins a message about it.
import { useWords } from '../../../words/words';
import { FieldChip } from '../post/field-chip';
import type { Field } from '../state/fields';

export function NotReady({ fields, onClose }: { fields: Field[]; onClose: () => void }) {
  const { t } = useWords();
  return (
    <div className="not-ready">
      <h3>{t('conversation-still-needed')}</h3>
      <ul>{fields.map(({ name }) => <li key={name}><FieldChip name={name} isNeeded onPress={onClose} /></li>)}</ul>
    </div>
  );
}
