// Home: what needs attention, what is live now, the latest posts, the first steps.
import { createRoute } from '@tanstack/react-router';
import { useMay } from '../../api/role';
import { useTenant } from '../../api/tenant';
import { Page } from '../../parts/page';
import { ProblemNotice } from '../../parts/problem';
import { shellRoute } from '../../shell/route';
import { useWords } from '../../words/words';
import { StartButton } from '../conversations/start-button';
import { useStartConversation } from '../conversations/use-start';
import { Attention } from './attention';
import { FirstSteps } from './first-steps';
import { LatestPosts } from './latest-posts';
import { LiveNow } from './live-now';

export const homeRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/',
  component: Home,
});

function Home() {
  const { t } = useWords();
  const { me, organization } = useTenant();
  const isMember = useMay('member');
  const isAdmin = useMay('admin');
  const start = useStartConversation();
  const name = me.organizations.find(({ id }) => id === organization)?.name ?? '';
  return (
    <Page
      title={t('nav-home')}
      lead={<bdi>{name}</bdi>}
      actions={isMember && <StartButton start={start} />}
    >
      {start.error != null && <ProblemNotice error={start.error} />}
      {isAdmin && <Attention />}
      <div className="home-columns">
        <LiveNow />
        <LatestPosts />
      </div>
      {isAdmin && <FirstSteps />}
    </Page>
  );
}
