// The route of the shell: /live/{organization} or /test/{organization}. Every page of an organization is a child of it.
import { createRoute, notFound } from '@tanstack/react-router';
import type { Mode } from '../api/fetch';
import { openScope, ScopeProvider } from '../api/scope';
import { rootRoute } from '../root-route';
import { Shell } from './shell';

export const shellRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/$mode/$organization',
  beforeLoad: async ({ params }) => {
    if (!isMode(params.mode)) throw notFound();
    return { scope: await openScope(params.mode, params.organization) };
  },
  component: ScopedShell,
});

function isMode(text: string): text is Mode {
  return text === 'live' || text === 'test';
}

function ScopedShell() {
  const { scope } = shellRoute.useRouteContext();
  return (
    <ScopeProvider scope={scope} key={`${scope.mode}/${scope.organization}`}>
      <Shell />
    </ScopeProvider>
  );
}
