// The typed client of the API. It calls nothing that openapi.yaml does not describe, and never sees a token.
import createFetchClient, { type Client } from 'openapi-fetch';
import createQueryClient, { type OpenapiQueryClient } from 'openapi-react-query';
import type { paths } from '../../generated/api';
import { apiFetch, type Mode } from './fetch';

export type ApiClient = Client<paths>;
export type Api = OpenapiQueryClient<paths>;

export function createClient(mode: Mode, organization?: string): ApiClient {
  return createFetchClient<paths>({ baseUrl: location.origin, fetch: apiFetch(mode, organization), credentials: 'same-origin' });
}

export function createApi(client: ApiClient): Api {
  return createQueryClient(client);
}

/** For what belongs to no organization: sign-in, and the first look at who is signed in. */
export const publicClient = createClient('live');
