// A tenant is one mode of one organization. Each has its own client and cache, so that live and test data never mix.
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createContext, use, type ReactNode } from 'react';
import type { components } from '../../generated/api';
import { createApi, createClient, publicClient, type Api, type ApiClient } from './client';
import type { Mode } from './fetch';
import { isProblem } from './problem';

export type Me = components['schemas']['Me'];

export type Tenant = {
  mode: Mode;
  organization: string;
  me: Me;
  client: ApiClient;
  api: Api;
  cache: QueryClient;
};

const tenants = new Map<string, Promise<Tenant>>();

/** The tenant of a path; switches the login to its organization when the person belongs to it. */
export function openTenant(mode: Mode, organization: string): Promise<Tenant> {
  const key = `${mode}/${organization}`;
  const known = tenants.get(key);
  if (known) return known;
  const opening = enterOrganization(organization).then((me) => enterTenant(createTenant(mode, organization, me)));
  tenants.set(key, opening);
  opening.catch(() => tenants.delete(key));
  return opening;
}

/** Forgets all tenants, after the person's name, role or organization has changed. */
export function forgetTenants() {
  tenants.clear();
}

export class NoAccess extends Error {}

async function enterOrganization(organization: string): Promise<Me> {
  const { data: me, error } = await publicClient.GET('/v1/me');
  if (!me) throw error;
  if (me.organization_id === organization) return me;
  if (!me.organizations.some((membership) => membership.id === organization)) throw new NoAccess();
  await switchOrganization(organization);
  return enterOrganization(organization);
}

/** Between the tabs of a browser: the organization that the login was switched to, or that somebody signed in or out. */
const tabs = new BroadcastChannel('postwright-organization');
const SIGNED_IN_OR_OUT = '';

tabs.addEventListener('message', (event: MessageEvent<string>) => {
  forgetTenants();
  if (event.data === SIGNED_IN_OR_OUT) location.reload();
});

/** Tells the other tabs that the cookie is another person's, or nobody's: they load again. */
export function announceSignIn() {
  tabs.postMessage(SIGNED_IN_OR_OUT);
}

/** The login has one organization: other tabs hear of the switch, and stop to show data under the wrong name. */
export async function switchOrganization(organization: string) {
  const { error } = await publicClient.POST('/v1/auth/browser/switch-organization', {
    body: { organization_id: organization },
  });
  if (error) throw error;
  forgetTenants();
  tabs.postMessage(organization);
}

export function onOrganizationSwitched(listener: (organization: string) => void): () => void {
  const handler = (event: MessageEvent<string>) => listener(event.data);
  tabs.addEventListener('message', handler);
  return () => tabs.removeEventListener('message', handler);
}

/** Reads the settings before the first page: they say in which time zone its dates are, and whether the login may go on. */
async function enterTenant(tenant: Tenant): Promise<Tenant> {
  await tenant.cache.ensureQueryData(tenant.api.queryOptions('get', '/v1/organization'));
  return tenant;
}

function createTenant(mode: Mode, organization: string, me: Me): Tenant {
  const client = createClient(mode, organization);
  const cache = new QueryClient({
    defaultOptions: { queries: { staleTime: 5_000, retry: isWorthRetrying } },
  });
  return { mode, organization, me, client, api: createApi(client), cache };
}

function isWorthRetrying(failures: number, error: unknown): boolean {
  if (isProblem(error) && error.status < 500) return false;
  return failures < 2;
}

const TenantContext = createContext<Tenant | null>(null);

export function TenantProvider({ tenant, children }: { tenant: Tenant; children: ReactNode }) {
  return (
    <TenantContext value={tenant}>
      <QueryClientProvider client={tenant.cache}>{children}</QueryClientProvider>
    </TenantContext>
  );
}

export function useTenant(): Tenant {
  const tenant = use(TenantContext);
  if (!tenant) throw new Error('useTenant outside of the shell');
  return tenant;
}
