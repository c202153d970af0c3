// The words of the page: t(id, variables) in the person's language, and the direction of the document.
import type { FluentBundle, FluentVariable } from '@fluent/bundle';
import { createContext, use, useEffect, useState, type ReactNode } from 'react';
import { I18nProvider, isRTL } from 'react-aria-components';
import { loadBundle } from './bundle';
import { localeOf, storeLanguage, type Language } from './languages';

export type Translate = (id: string, variables?: Record<string, FluentVariable>) => string;

type Words = { language: Language; locale: string; t: Translate; setLanguage: (language: Language) => Promise<void> };

const WordsContext = createContext<Words | null>(null);

type Loaded = { language: Language; bundle: FluentBundle };

export function WordsProvider({ initial, children }: { initial: Loaded; children: ReactNode }) {
  const [loaded, setLoaded] = useState(initial);
  const locale = localeOf(loaded.language);

  useEffect(() => {
    document.documentElement.lang = loaded.language;
    document.documentElement.dir = isRTL(locale) ? 'rtl' : 'ltr';
  }, [loaded.language, locale]);

  async function setLanguage(language: Language) {
    setLoaded({ language, bundle: await loadBundle(language) });
    storeLanguage(language);
  }

  return (
    <WordsContext value={{ language: loaded.language, locale, t: translate(loaded.bundle), setLanguage }}>
      <I18nProvider locale={locale}>{children}</I18nProvider>
    </WordsContext>
  );
}

function translate(bundle: FluentBundle): Translate {
  return (id, variables) => {
    const message = bundle.getMessage(id);
    if (!message?.value) return id;
    return bundle.formatPattern(message.value, variables ?? null, []);
  };
}

export function useWords(): Words {
  const words = use(WordsContext);
  if (!words) throw new Error('useWords outside of WordsProvider');
  return words;
}

/** t(prefix-code) for what the server names by a code; the code itself when the page has no words for it. */
export function useNamed(prefix: string): (code: string) => string {
  const { t } = useWords();
  return (code) => {
    const id = `${prefix}-${code.replaceAll('_', '-').replaceAll('.', '-')}`;
    const text = t(id);
    return text === id ? code : text;
  };
}
