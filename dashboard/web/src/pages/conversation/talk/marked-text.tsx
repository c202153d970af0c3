// A text with marked words. Pointing at them or focusing them shows their field; pressing them goes there.
import type { KeyboardEvent } from 'react';
import { useWords } from '../../../words/words';
import { useConversationPage } from '../context';
import { useMarking } from '../marks';
import { cut, type Piece, type Words } from '../state/words-of-fields';

export function MarkedText({ text, words }: { text: string; words: Words[] }) {
  return cut(text, words).map((piece, index) =>
    piece.fields.length > 0 ? <MarkedWords key={index} piece={piece} /> : piece.text);
}

function MarkedWords({ piece }: { piece: Piece }) {
  const { t } = useWords();
  const { showField } = useConversationPage();
  const { isActive, handlers } = useMarking(piece.fields);
  const name = piece.fields[0]!;
  const field = t(`field-${name.replaceAll('_', '-')}`);

  function press(event: KeyboardEvent) {
    if (event.key === 'Enter') showField(name);
  }

  return (
    <span
      className="words"
      role="link"
      tabIndex={0}
      title={t('conversation-words-of', { field })}
      data-active={isActive || undefined}
      onClick={() => showField(name)}
      onKeyDown={press}
      {...handlers}
    >
      {piece.text}
    </span>
  );
}
