// The languages of the product, each by its own name.
export const languages = [
  { code: 'en', locale: 'en-GB', name: 'English' },
  { code: 'de', locale: 'de-DE', name: 'Deutsch' },
  { code: 'fr', locale: 'fr-FR', name: 'Français' },
  { code: 'es', locale: 'es-ES', name: 'Español' },
  { code: 'pt', locale: 'pt-PT', name: 'Português' },
  { code: 'it', locale: 'it-IT', name: 'Italiano' },
  { code: 'nl', locale: 'nl-NL', name: 'Nederlands' },
  { code: 'pl', locale: 'pl-PL', name: 'Polski' },
  { code: 'ar', locale: 'ar-AE-u-nu-latn', name: 'العربية' },
] as const;

export type Language = (typeof languages)[number]['code'];

const STORED = 'postwright-language';

export function localeOf(language: Language): string {
  return languages.find(({ code }) => code === language)!.locale;
}

export function asLanguage(value: string | null | undefined): Language | undefined {
  return languages.find(({ code }) => code === value?.slice(0, 2).toLowerCase())?.code;
}

/** The chosen language, else the browser's, else English. */
export function initialLanguage(): Language {
  const wanted = [localStorage.getItem(STORED), ...navigator.languages];
  return wanted.map(asLanguage).find((language) => language !== undefined) ?? 'en';
}

export function hasChosenLanguage(): boolean {
  return localStorage.getItem(STORED) !== null;
}

export function storeLanguage(language: Language) {
  localStorage.setItem(STORED, language);
}
