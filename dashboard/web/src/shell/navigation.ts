// The entries of the navigation, in order, with the role that each needs. An entry that a role may not use is absent.
import type { Role } from '../api/role';
import type { IconName } from '../parts/icon';

type Entry = { id: string; to: string; needs: Role };
type Group = { id: string; icon: IconName; to?: string; needs: Role; entries: Entry[] };

const base = '/$mode/$organization';

export const navigation = [
  { id: 'home', icon: 'home', to: base, needs: 'viewer', entries: [] },
  { id: 'conversations', icon: 'conversations', to: `${base}/conversations`, needs: 'viewer', entries: [] },
  { id: 'job-posts', icon: 'posts', to: `${base}/job-posts`, needs: 'viewer', entries: [] },
  {
    id: 'developers',
    icon: 'developers',
    needs: 'admin',
    entries: [
      { id: 'keys', to: `${base}/keys`, needs: 'admin' },
      { id: 'webhooks', to: `${base}/webhooks`, needs: 'admin' },
      { id: 'deliveries', to: `${base}/deliveries`, needs: 'admin' },
      { id: 'requests', to: `${base}/requests`, needs: 'admin' },
      { id: 'publication-target', to: `${base}/publication-target`, needs: 'admin' },
    ],
  },
  {
    id: 'organization',
    icon: 'organization',
    needs: 'viewer',
    entries: [
      { id: 'members', to: `${base}/members`, needs: 'viewer' },
      { id: 'settings', to: `${base}/settings`, needs: 'admin' },
      { id: 'sign-ins', to: `${base}/sign-ins`, needs: 'viewer' },
      { id: 'second-factor', to: `${base}/second-factor`, needs: 'viewer' },
      { id: 'audit-log', to: `${base}/audit-log`, needs: 'admin' },
    ],
  },
] as const satisfies Group[];
