// The composer: Enter sends, Shift+Enter breaks the line. While an answer is under way, a message waits or takes its place.
import { useState, type KeyboardEvent, type RefObject } from 'react';
import { Button } from 'react-aria-components';
import { Icon } from '../../../parts/icon';
import { useWords } from '../../../words/words';
import { useConversationPage } from '../context';
import type { OnBusy } from '../use-sending';
import { BusyChoice } from './busy-choice';

type Props = { field: RefObject<HTMLTextAreaElement | null>; isBusy: boolean };

/** On a phone the focus would open the keyboard over the talk. */
const hasKeyboard = matchMedia('(hover: hover)').matches;

export function Composer({ field, isBusy }: Props) {
  const { t } = useWords();
  const { draft, setDraft, sending } = useConversationPage();
  const [onBusy, setOnBusy] = useState<OnBusy>('enqueue');
  const isEmpty = draft.trim() === '';

  function send() {
    if (isEmpty) return;
    sending.send(draft.trim(), isBusy ? onBusy : 'enqueue');
    setDraft('');
    field.current?.focus();
  }

  function onKeyDown(event: KeyboardEvent) {
    // On a phone Enter breaks the line, as its keyboard says.
    if (!hasKeyboard) return;
    // An input method confirms a character with Enter, too; that is not a message.
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    send();
  }

  return (
    <div className="composer">
      <div className="composer-box">
        <textarea
          ref={field}
          rows={1}
          dir="auto"
          autoFocus={hasKeyboard}
          value={draft}
          aria-label={t('conversation-message')}
          aria-describedby="composer-hint"
          placeholder={t('conversation-placeholder')}
          maxLength={20_000}
          onChange={(event) => setDraft(event.target.value)}
          onKeyDown={onKeyDown}
        />
        <Button className="composer-send" aria-label={t('conversation-send')} onPress={send} isDisabled={isEmpty}>
          <Icon name="send" />
        </Button>
      </div>
      <div className="composer-foot">
        <p id="composer-hint">{t('conversation-hint')}</p>
        {isBusy && <BusyChoice value={onBusy} onChange={setOnBusy} />}
      </div>
    </div>
  );
}
