// The frame of all pages of an organization: skip link, navigation, header, the page, and the dialog that any page may need.
import { Outlet } from '@tanstack/react-router';
import { useWords } from '../words/words';
import { Elsewhere, useIsElsewhere } from './elsewhere';
import { Header } from './header';
import { Logo } from './logo';
import { TestBanner } from './mode-switch';
import { NavigationList } from './navigation-list';
import { ReauthenticateDialog } from './reauthenticate-dialog';
import { Refused, useRefused } from './refused';
import { usePersonalLanguage } from './personal-language';

export function Shell() {
  const { t } = useWords();
  usePersonalLanguage();
  return (
    <div className="shell">
      <a className="skip-link" href="#main">{t('skip-link')}</a>
      <nav className="rail" aria-label={t('navigation')}>
        <Logo />
        <NavigationList />
      </nav>
      <div className="shell-body">
        <Header />
        <TestBanner />
        <main id="main" tabIndex={-1}><Content /></main>
      </div>
      <ReauthenticateDialog />
    </div>
  );
}

function Content() {
  const isElsewhere = useIsElsewhere();
  const refused = useRefused();
  if (isElsewhere) return <Elsewhere />;
  if (refused) return <Refused entry={refused} />;
  return <Outlet />;
}
