// The frame of all pages of an organization: skip link, navigation, header, the page, and the dialog that any page may need.
import { Outlet } from '@tanstack/react-router';
import { useTenant } from '../api/tenant';
import { useSearchKey } from '../parts/search-key';
import { TimeZoneProvider } from '../words/time-zone';
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
  const { api } = useTenant();
  const organization = api.useQuery('get', '/v1/organization');
  usePersonalLanguage();
  useSearchKey();
  return (
    <TimeZoneProvider zone={organization.data?.time_zone}>
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
    </TimeZoneProvider>
  );
}

function Content() {
  const isElsewhere = useIsElsewhere();
  const refused = useRefused();
  if (isElsewhere) return <Elsewhere />;
  if (refused) return <Refused entry={refused} />;
  return <Outlet />;
}
