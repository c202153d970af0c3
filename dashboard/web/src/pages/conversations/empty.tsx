// Nothing to list: no conversation matches the filters, or there is none yet.
import { useMay } from '../../api/role';
import { Button } from '../../parts/button';
import { Empty } from '../../parts/empty';
import { useWords } from '../../words/words';
import { StartButton } from './start-button';
import type { useStartConversation } from './use-start';

type Props = { isFiltered: boolean; onClear: () => void; start: ReturnType<typeof useStartConversation> };

export function NoConversations({ isFiltered, onClear, start }: Props) {
  const { t } = useWords();
  const mayStart = useMay('member');
  if (isFiltered) {
    return (
      <Empty icon="search" title={t('conversations-no-match')}>
        <Button onPress={onClear}>{t('conversations-clear')}</Button>
      </Empty>
    );
  }
  return (
    <Empty icon="conversations" title={t('conversations-none')} text={t('conversations-none-text')}>
      {mayStart && <StartButton start={start} />}
    </Empty>
  );
}
