// In a browser where no language was chosen, the page speaks the language of the person's account.
import { useEffect } from 'react';
import { useScope } from '../api/scope';
import { asLanguage, hasChosenLanguage } from '../words/languages';
import { useWords } from '../words/words';

export function usePersonalLanguage() {
  const { me } = useScope();
  const { language, setLanguage } = useWords();
  const personal = asLanguage(me.language);

  useEffect(() => {
    if (personal && personal !== language && !hasChosenLanguage()) void setLanguage(personal);
  });
}
