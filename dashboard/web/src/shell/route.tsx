// The route of the shell: /live/{organization} or /test/{organization}. Every page of an organization is a child of it.
import { createRoute, notFound } from '@tanstack/react-router';
import type { Mode } from '../api/fetch';
import { openTenant, TenantProvider } from '../api/tenant';
import { rootRoute } from '../root-route';
import { Shell } from './shell';

export const shellRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/$mode/$organization',
  beforeLoad: async ({ params }) => {
    if (!isMode(params.mode)) throw notFound();
    return { tenant: await openTenant(params.mode, params.organization) };
  },
  component: TenantShell,
});

function isMode(text: string): text is Mode {
  return text === 'live' || text === 'test';
}

function TenantShell() {
  const { tenant } = shellRoute.useRouteContext();
  return (
    <TenantProvider tenant={tenant} key={`${tenant.mode}/${tenant.organization}`}>
      <Shell />
    </TenantProvider>
  );
}
