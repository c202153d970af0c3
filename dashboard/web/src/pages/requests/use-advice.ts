// What to do about a refused request: by its code where there is more to say, else by its status.
import { useNamed, useWords } from '../../words/words';

export function useAdvice(): (request: { code: string; status: number }) => string {
  const { t } = useWords();
  const named = useNamed('request-advice');
  return ({ code, status }) => {
    const known = [code, String(status)].find((id) => named(id) !== id);
    return known ? named(known) : t('request-advice-other');
  };
}
