// The root of all routes: what is shown when a path does not exist, or a page cannot be opened.
import { createRootRoute, Outlet } from '@tanstack/react-router';
import { NoAccess } from './api/tenant';
import { Empty } from './parts/empty';
import { ProblemNotice } from './parts/problem';
import { useWords } from './words/words';

export const rootRoute = createRootRoute({
  component: Outlet,
  notFoundComponent: NotFound,
  errorComponent: CannotOpen,
});

export function NotFound() {
  const { t } = useWords();
  return (
    <div className="stand-alone">
      <Empty icon="search" title={t('not-found-title')} text={t('not-found-text')}>
        <a className="button button-plain" href="/app/">{t('not-found-action')}</a>
      </Empty>
    </div>
  );
}

function CannotOpen({ error }: { error: unknown }) {
  const { t } = useWords();
  return (
    <div className="stand-alone">
      {error instanceof NoAccess
        ? <Empty icon="organization" title={t('no-access-title')} text={t('no-access-text')} />
        : <ProblemNotice error={error} onRetry={() => location.reload()} />}
      <a className="button button-plain" href="/app/">{t('not-found-action')}</a>
    </div>
  );
}
