// A field that is missing, as a button that begins a message about it.
import { useWords } from '../../../words/words';
import { useConversationPage } from '../context';
import type { FieldName } from '../state/fields';

type Props = { name: FieldName; isNeeded?: boolean; onPress?: () => void };

export function FieldChip({ name, isNeeded, onPress }: Props) {
  const { t } = useWords();
  const { suggest } = useConversationPage();
  const field = t(`field-${name.replaceAll('_', '-')}`);

  function tell() {
    onPress?.();
    suggest(`${t('conversation-tell', { field })} `);
  }

  return <button type="button" className="chip" data-needed={isNeeded} onClick={tell}>{field}</button>;
}
