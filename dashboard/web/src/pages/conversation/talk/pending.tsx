// A message that the server has not accepted yet, or has refused.
import { Button } from '../../../parts/button';
import { ProblemNotice } from '../../../parts/problem';
import { useWords } from '../../../words/words';
import { useConversationPage } from '../context';
import type { Pending } from '../use-sending';

export function PendingMessage({ message }: { message: Pending }) {
  const { t } = useWords();
  const { sending } = useConversationPage();
  return (
    <li className="message" data-from="user" data-status={message.problem ? 'failed' : 'sending'}>
      <span className="visually-hidden">{t('conversation-you')}</span>
      <div className="bubble" dir="auto">{message.text}</div>
      {message.problem && (
        <div className="message-note" data-bad>
          <ProblemNotice error={message.problem} onRetry={() => sending.sendAgain(message)} />
          <Button kind="quiet" onPress={() => sending.forget(message.key)}>{t('conversation-discard')}</Button>
        </div>
      )}
    </li>
  );
}
