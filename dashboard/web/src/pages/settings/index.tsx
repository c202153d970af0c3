// The settings of the organization, in groups that are saved on their own.
import { createRoute } from '@tanstack/react-router';
import { useMay } from '../../api/role';
import { useTenant } from '../../api/tenant';
import { Loaded } from '../../parts/loaded';
import { Page } from '../../parts/page';
import { shellRoute } from '../../shell/route';
import { useWords } from '../../words/words';
import { Deletion } from './deletion';
import { General } from './general';
import { Requirements } from './requirements';
import { Security } from './security';
import { Sessions } from './sessions';
import { WritingSettings } from './writing';

export const settingsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/settings',
  component: Settings,
});

function Settings() {
  const { t } = useWords();
  const { api } = useTenant();
  const isOwner = useMay('owner');
  const query = api.useQuery('get', '/v1/organization');
  return (
    <Page title={t('nav-settings')} lead={t('settings-lead')} width="narrow">
      <Loaded query={query}>
        {(organization) => (
          <div className="settings">
            <General organization={organization} />
            <Sessions organization={organization} />
            <Requirements organization={organization} />
            <WritingSettings writing={organization.writing} />
            <Security organization={organization} />
            {isOwner && <Deletion organization={organization} />}
          </div>
        )}
      </Loaded>
    </Page>
  );
}
