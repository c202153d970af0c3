// One's own sign-ins: which browsers and programs are signed in, and ending them.
import { createRoute } from '@tanstack/react-router';
import { useState } from 'react';
import { leaveForSignIn } from '../../api/authentication';
import { useTenant } from '../../api/tenant';
import { useChange } from '../../api/use-change';
import { Button } from '../../parts/button';
import { Confirm } from '../../parts/confirm';
import { PagedList } from '../../parts/list';
import { Page } from '../../parts/page';
import { paging } from '../../parts/paging';
import { ProblemNotice } from '../../parts/problem';
import { shellRoute } from '../../shell/route';
import { useWords } from '../../words/words';
import { ChangePassword } from './change-password';
import { SignInTable } from './sign-in-table';

export const signInsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/sign-ins',
  component: SignIns,
});

function SignIns() {
  const { t } = useWords();
  const { api } = useTenant();
  const [open, setOpen] = useState<'password' | 'end-all'>();
  const close = () => setOpen(undefined);
  const pages = api.useInfiniteQuery('get', '/v1/me/logins', { params: { query: { limit: 50 } } }, paging);
  const end = useChange(
    (client, id: string) => client.DELETE('/v1/me/logins/{login_id}', { params: { path: { login_id: id } } }),
    { reads: ['/v1/me/logins'] },
  );
  const endAll = useChange((client) => client.DELETE('/v1/me/logins'), { onDone: leaveForSignIn });
  return (
    <Page
      title={t('nav-sign-ins')}
      lead={t('sign-ins-lead')}
      actions={(
        <>
          <Button onPress={() => setOpen('password')}>{t('password-change')}</Button>
          <Button onPress={() => setOpen('end-all')}>{t('sign-ins-end-all')}</Button>
        </>
      )}
    >
      {end.error != null && <ProblemNotice error={end.error} />}
      <PagedList pages={pages} empty={null}>{(items) => <SignInTable items={items} onEnd={end.mutate} />}</PagedList>
      {open === 'password' && <ChangePassword onClose={close} />}
      {open === 'end-all' && (
        <Confirm
          title={t('sign-ins-end-all-title')}
          text={t('sign-ins-end-all-text')}
          action={t('sign-ins-end-all')}
          onConfirm={() => endAll.mutate()}
          onClose={close}
          isPending={endAll.isPending}
          error={endAll.error}
        />
      )}
    </Page>
  );
}
