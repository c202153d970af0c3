// The path `/`: goes on to what the person looks for first, in their organization.
import { createRoute, redirect } from '@tanstack/react-router';
import { publicClient } from '../../api/client';
import { rootRoute } from '../../root-route';

const landings = {
  viewer: '/$mode/$organization/job-posts',
  member: '/$mode/$organization/conversations',
  admin: '/$mode/$organization',
  owner: '/$mode/$organization',
} as const;

export const startRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  beforeLoad: async () => {
    const { data: me, error } = await publicClient.GET('/v1/me');
    if (!me) throw error;
    const to = landings[me.role as keyof typeof landings] ?? landings.viewer;
    throw redirect({ to, params: { mode: 'live', organization: me.organization_id }, replace: true });
  },
});
