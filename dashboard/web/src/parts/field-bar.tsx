// How much of a post is there, as a row of cells: one for each field where they are few.
import { useWords } from '../words/words';

const MOST_CELLS = 15;

export function FieldBar({ filled, of }: { filled: number; of: number }) {
  const { t } = useWords();
  const cells = Math.min(of, MOST_CELLS);
  const filledCells = Math.ceil((filled / of) * cells);
  return (
    <p className="progress">
      <span className="field-bar" aria-hidden="true">
        {Array.from({ length: cells }, (_, index) => <i key={index} data-filled={index < filledCells || undefined} />)}
      </span>
      {t('conversation-filled', { filled, of })}
    </p>
  );
}
