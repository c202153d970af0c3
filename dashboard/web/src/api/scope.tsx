// A scope is one mode of one organization. Each has its own client and cache, so that live and test data never mix.
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createContext, use, type ReactNode } from 'react';
import type { components } from '../../generated/api';
import { createApi, createClient, publicClient, type Api, type ApiClient } from './client';
import type { Mode } from './fetch';
import { isProblem } from './problem';

export type Me = components['schemas']['Me'];

export type Scope = {
  mode: Mode;
  organization: string;
  me: Me;
  client: ApiClient;
  api: Api;
  cache: QueryClient;
};

const scopes = new Map<string, Promise<Scope>>();

/** The scope of a path; switches the login to its organization when the person belongs to it. */
export function openScope(mode: Mode, organization: string): Promise<Scope> {
  const key = `${mode}/${organization}`;
  const known = scopes.get(key);
  if (known) return known;
  const opening = enterOrganization(organization).then((me) => createScope(mode, organization, me));
  scopes.set(key, opening);
  opening.catch(() => scopes.delete(key));
  return opening;
}

/** Forgets all scopes, after the person's name, role or organization has changed. */
export function forgetScopes() {
  scopes.clear();
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
  forgetScopes();
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
  forgetScopes();
  tabs.postMessage(organization);
}

export function onOrganizationSwitched(listener: (organization: string) => void): () => void {
  const handler = (event: MessageEvent<string>) => listener(event.data);
  tabs.addEventListener('message', handler);
  return () => tabs.removeEventListener('message', handler);
}

function createScope(mode: Mode, organization: string, me: Me): Scope {
  const client = createClient(mode);
  const cache = new QueryClient({
    defaultOptions: { queries: { staleTime: 5_000, retry: isWorthRetrying } },
  });
  return { mode, organization, me, client, api: createApi(client), cache };
}

function isWorthRetrying(failures: number, error: unknown): boolean {
  if (isProblem(error) && error.status < 500) return false;
  return failures < 2;
}

const ScopeContext = createContext<Scope | null>(null);

export function ScopeProvider({ scope, children }: { scope: Scope; children: ReactNode }) {
  return (
    <ScopeContext value={scope}>
      <QueryClientProvider client={scope.cache}>{children}</QueryClientProvider>
    </ScopeContext>
  );
}

export function useScope(): Scope {
  const scope = use(ScopeContext);
  if (!scope) throw new Error('useScope outside of the shell');
  return scope;
}
