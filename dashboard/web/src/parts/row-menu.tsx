// The actions of a row.
import { useWords } from '../words/words';
import { Icon } from './icon';
import { Menu, type MenuEntry } from './menu';

type Props = { name: string; entries: MenuEntry[]; onAction: (id: string) => void };

export function RowMenu({ name, entries, onAction }: Props) {
  const { t } = useWords();
  if (entries.length === 0) return null;
  return (
    <Menu
      label={t('row-actions', { name })}
      className="button button-icon"
      trigger={<Icon name="more" />}
      entries={entries}
      onAction={onAction}
    />
  );
}
