// In a browser where no language was chosen, the page speaks the language of the person's account.
import { useEffect } from 'react';
import { useTenant } from '../api/tenant';
import { asLanguage, hasChosenLanguage } from '../words/languages';
import { useWords } from '../words/words';

export function usePersonalLanguage() {
  const { me } = useTenant();
  const { language, setLanguage } = useWords();
  const personal = asLanguage(me.language);

  useEffect(() => {
    if (personal && personal !== language && !hasChosenLanguage()) void setLanguage(personal);
  });
}
