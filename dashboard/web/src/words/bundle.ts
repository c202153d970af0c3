// Loads the words of one language: all of its Fluent files, which the build puts into one chunk.
import { FluentBundle, FluentResource } from '@fluent/bundle';
import { localeOf, type Language } from './languages';

const files = import.meta.glob<string>('/locales/*/*.ftl', { query: '?raw', import: 'default' });

export async function loadBundle(language: Language): Promise<FluentBundle> {
  const bundle = new FluentBundle(localeOf(language));
  for (const text of await Promise.all(filesOf(language))) bundle.addResource(new FluentResource(text));
  return bundle;
}

function filesOf(language: Language): Promise<string>[] {
  return Object.entries(files)
    .filter(([path]) => path.startsWith(`/locales/${language}/`))
    .map(([, load]) => load());
}
