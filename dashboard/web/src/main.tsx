// Starts the application: theme and words first, then the routes.
import { linkToken } from './pages/sign-in/link-token';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { reloadAfterDeployment } from './reload';
import { openLink } from './pages/sign-in/open-link';
import { router } from './router';
import { applyTheme, storedTheme } from './shell/theme';
import './styles/index.css';
import { loadBundle } from './words/bundle';
import { initialLanguage } from './words/languages';
import { WordsProvider } from './words/words';

async function start() {
  reloadAfterDeployment();
  applyTheme(storedTheme());
  const language = initialLanguage();
  if (linkToken) await openLink(linkToken);
  // The words and the first data are under way at the same time.
  const [bundle] = await Promise.all([loadBundle(language), router.load()]);
  createRoot(document.getElementById('root')!).render(
    <StrictMode>
      <WordsProvider initial={{ language, bundle }}>
        <RouterProvider router={router} />
      </WordsProvider>
    </StrictMode>,
  );
}

void start();
