// The members and their roles, and the invitations that are under way.
import { createRoute } from '@tanstack/react-router';
import { useMay } from '../../api/role';
import { useTenant } from '../../api/tenant';
import { Button } from '../../parts/button';
import { PagedList } from '../../parts/list';
import { Page } from '../../parts/page';
import { paging } from '../../parts/paging';
import { shellRoute } from '../../shell/route';
import { useWords } from '../../words/words';
import { Invitations } from './invitations';
import { InviteDialog } from './invite-dialog';
import { MemberTable } from './member-table';
import { RoleTable } from './role-table';

export const membersRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/members',
  validateSearch: (search: Record<string, unknown>): { invite?: true } => ({ invite: search.invite === true || undefined }),
  component: Members,
});

function Members() {
  const { t } = useWords();
  const { api } = useTenant();
  const isAdmin = useMay('admin');
  const { invite } = membersRoute.useSearch();
  const navigate = membersRoute.useNavigate();
  const pages = api.useInfiniteQuery('get', '/v1/members', { params: { query: { limit: 50 } } }, paging);
  return (
    <Page
      title={t('nav-members')}
      actions={isAdmin && (
        <Button kind="primary" icon="plus" onPress={() => void navigate({ search: { invite: true } })}>{t('invite')}</Button>
      )}
    >
      <PagedList pages={pages} empty={null}>{(items) => <MemberTable items={items} />}</PagedList>
      {isAdmin && <Invitations />}
      <RoleTable />
      {invite && isAdmin && <InviteDialog onClose={() => void navigate({ search: {} })} />}
    </Page>
  );
}
