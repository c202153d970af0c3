// Tells a screen reader each finished answer once, and that a turn has begun or failed. The talk itself is not live.
import { useEffect, useRef, useState } from 'react';
import { useWords } from '../../../words/words';
import { useConversationPage } from '../context';

export function Announcer() {
  const { t } = useWords();
  const { messages, turns } = useConversationPage().conversation;
  const [text, setText] = useState('');
  const answers = messages.filter(({ role }) => role === 'assistant');
  const told = useRef(answers.length);
  const last = turns.at(-1);

  useEffect(() => {
    if (answers.length <= told.current) return;
    told.current = answers.length;
    setText(answers.at(-1)!.text);
  }, [answers.length]);

  const states: Record<string, string> = { running: t('conversation-thinking'), failed: t('conversation-failed') };
  return (
    <>
      <p className="visually-hidden" role="status" data-announcer>{text}</p>
      <p className="visually-hidden" role="status">{states[last?.status ?? ''] ?? ''}</p>
    </>
  );
}
