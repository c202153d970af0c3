// A message. The person's words that support a field are marked; a failed turn says why and can be tried again.
import { Button } from '../../../parts/button';
import { DateTime } from '../../../parts/time';
import { useNamed, useWords } from '../../../words/words';
import { useConversationPage } from '../context';
import type { Message, Turn } from '../state/types';
import { wordsOfTalk } from '../state/words-of-fields';
import { MarkedText } from './marked-text';

export function MessageBubble({ message }: { message: Message }) {
  const { t } = useWords();
  const { conversation } = useConversationPage();
  const isUser = message.role === 'user';
  const turn = isUser ? conversation.turns.find(({ id }) => id === message.turn_id) : undefined;
  const words = isUser ? wordsOfTalk(conversation.provenance).filter(({ turnId }) => turnId === message.turn_id) : [];
  return (
    <li className="message" data-from={isUser ? 'user' : 'agent'} data-status={turn?.status}>
      <span className="visually-hidden">{t(isUser ? 'conversation-you' : 'conversation-agent')}</span>
      <div className="bubble" dir="auto"><MarkedText text={message.text} words={words} /></div>
      {turn?.status === 'cancelled' && <p className="message-note">{t('conversation-cancelled')}</p>}
      {turn?.status === 'failed' && <FailedTurn turn={turn} />}
      <span className="message-time"><DateTime value={message.created_at} /></span>
    </li>
  );
}

function FailedTurn({ turn }: { turn: Turn }) {
  const { t } = useWords();
  const named = useNamed('turn');
  const { conversation, sending, mayWrite } = useConversationPage();
  const code = turn.error?.code ?? 'failed';
  const isRetried = conversation.turns.some(({ retry_of: id }) => id === turn.id);
  return (
    <div className="message-note" data-bad role="status">
      <p>{named(code) === code ? t('turn-failed', { code }) : named(code)}</p>
      {isRetried && <p>{t('conversation-retried')}</p>}
      {!isRetried && mayWrite && <Button icon="retry" onPress={() => sending.retry(turn)}>{t('conversation-retry')}</Button>}
    </div>
  );
}
