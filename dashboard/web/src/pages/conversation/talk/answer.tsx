// The answer to a turn that has not ended: waiting in the queue, being thought about, or being written.
import { Button } from '../../../parts/button';
import { useWords } from '../../../words/words';
import { useConversationPage } from '../context';
import type { Turn } from '../state/types';

export function Answer({ turn }: { turn: Turn }) {
  const { t } = useWords();
  const { conversation, sending, mayWrite } = useConversationPage();
  const text = conversation.answer?.turnId === turn.id ? conversation.answer.text : '';
  const isQueued = turn.status === 'queued' && conversation.turns.some((other) => other.status === 'running');
  return (
    <li className="message" data-from="agent" data-writing>
      <span className="visually-hidden">{t('conversation-agent')}</span>
      {text
        ? <div className="bubble" dir="auto">{text}<span className="caret" aria-hidden="true" /></div>
        : <Waiting text={t(isQueued ? 'conversation-queued' : 'conversation-thinking')} />}
      {mayWrite && (
        <Button kind="quiet" icon="stop" onPress={() => sending.cancel(turn)}>{t('conversation-stop')}</Button>
      )}
    </li>
  );
}

function Waiting({ text }: { text: string }) {
  return (
    <div className="bubble bubble-waiting">
      <span className="dots" aria-hidden="true"><i /><i /><i /></span>
      <span>{text}</span>
    </div>
  );
}
