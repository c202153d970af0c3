// A quiet sign that something is on its way; it appears only when it takes longer than a moment.
import { useWords } from '../words/words';

export function Loading() {
  const { t } = useWords();
  return (
    <div className="loading" role="status">
      <span className="loading-dots" aria-hidden="true"><i /><i /><i /></span>
      <span className="visually-hidden">{t('loading')}</span>
    </div>
  );
}
