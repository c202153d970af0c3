// On a small screen: which side is shown. Both stay in the document, so that nothing typed is lost.
import { useWords } from '../../words/words';
import { useConversationPage } from './context';
import type { Side } from './side-widths';
import { filledCount, mainFields } from './state/fields';

export function SideTabs({ side, onSide }: { side: Side; onSide: (side: Side) => void }) {
  const { t } = useWords();
  const { conversation } = useConversationPage();
  const count = t('conversation-filled', { filled: filledCount(conversation.session.job_data), of: mainFields.length });
  return (
    <div className="side-tabs" role="group" aria-label={t('conversation-sides')}>
      <button type="button" aria-pressed={side === 'talk'} onClick={() => onSide('talk')}>{t('conversation-talk')}</button>
      <button type="button" aria-pressed={side === 'post'} onClick={() => onSide('post')}>
        {t('conversation-post')} <span className="side-count">{count}</span>
      </button>
    </div>
  );
}
