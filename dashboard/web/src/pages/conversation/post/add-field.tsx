// Adds a field that the post does not show yet.
import { Menu } from '../../../parts/menu';
import { Icon } from '../../../parts/icon';
import { useWords } from '../../../words/words';
import { useConversationPage } from '../context';
import { allFields, type Field, type FieldName } from '../state/fields';

export function AddField({ shown, onAdd }: { shown: Field[]; onAdd: (name: FieldName) => void }) {
  const { t } = useWords();
  const { mayWrite } = useConversationPage();
  const rest = allFields.filter((field) => !shown.includes(field));
  if (!mayWrite || rest.length === 0) return null;
  return (
    <div className="add-field">
      <Menu
        label={t('conversation-add-field')}
        trigger={<><Icon name="plus" /><span>{t('conversation-add-field')}</span></>}
        entries={rest.map(({ name }) => ({ id: name, text: t(`field-${name.replaceAll('_', '-')}`) }))}
        onAction={(id) => onAdd(id as FieldName)}
      />
    </div>
  );
}
