// How a conversation can begin: three examples that the person can change before they are sent.
import { useWords } from '../../../words/words';
import { useConversationPage } from '../context';

export function Openings() {
  const { t } = useWords();
  const { suggest } = useConversationPage();
  const openings = [t('conversation-opening-1'), t('conversation-opening-2'), t('conversation-opening-3')];
  return (
    <div className="openings" role="group" aria-label={t('conversation-openings')}>
      {openings.map((text) => (
        <button key={text} type="button" className="opening" onClick={() => suggest(text)}>{text}</button>
      ))}
    </div>
  );
}
