// The language of the page. For a signed-in person it is the language of their e-mails too.
import { Icon } from '../parts/icon';
import { Menu } from '../parts/menu';
import { languages, type Language } from '../words/languages';
import { useWords } from '../words/words';

export function LanguageMenu({ onChosen }: { onChosen?: (language: Language) => void }) {
  const { t, language, setLanguage } = useWords();

  async function choose(next: Language) {
    await setLanguage(next);
    onChosen?.(next);
  }

  return (
    <Menu
      label={t('language')}
      className="button button-icon"
      trigger={<Icon name="globe" />}
      entries={languages.map(({ code, name }) => ({ id: code, text: name, lang: code }))}
      selected={language}
      onAction={(id) => void choose(id as Language)}
    />
  );
}
