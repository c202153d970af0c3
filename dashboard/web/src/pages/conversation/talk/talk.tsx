// The talk: the messages from the greeting on, the answer that is being written, and the composer.
import type { RefObject } from 'react';
import { IconButton } from '../../../parts/button';
import { useWords } from '../../../words/words';
import { useConversationPage } from '../context';
import { isEnded } from '../state/apply-event';
import { Answer } from './answer';
import { Composer } from './composer';
import { Expired } from './expired';
import { MessageBubble } from './message';
import { Openings } from './openings';
import { PendingMessage } from './pending';
import { useStayAtEnd } from './use-stay-at-end';

export function TalkSide({ composer }: { composer: RefObject<HTMLTextAreaElement | null> }) {
  const { t } = useWords();
  const { conversation, sending, mayWrite } = useConversationPage();
  const { messages, turns, session } = conversation;
  const waiting = turns.filter(({ status }) => !isEnded(status));
  const refused = sending.pending.filter(({ problem }) => problem).length;
  const written = conversation.answer?.text.length;
  const { scroller, isAway, toEnd, onScroll } = useStayAtEnd(
    [messages.length, written, waiting.length, sending.pending.length, refused],
  );
  return (
    <section className="talk" aria-label={t('conversation-talk')}>
      <div className="talk-scroll" ref={scroller} onScroll={onScroll}>
        <div role="log" aria-live="off" aria-label={t('conversation-messages')} tabIndex={0}>
          <ol className="talk-log">
            {messages.map((message) => <MessageBubble key={message.id} message={message} />)}
            {waiting.map((turn) => <Answer key={turn.id} turn={turn} />)}
            {sending.pending.map((message) => <PendingMessage key={message.key} message={message} />)}
          </ol>
        </div>
        {turns.length === 0 && sending.pending.length === 0 && mayWrite && <Openings />}
        {isAway && (
          <div className="to-end"><IconButton icon="chevron" label={t('conversation-to-end')} onPress={toEnd} /></div>
        )}
      </div>
      {mayWrite && <Composer field={composer} isBusy={waiting.length > 0} />}
      {session.is_expired && <Expired />}
    </section>
  );
}
