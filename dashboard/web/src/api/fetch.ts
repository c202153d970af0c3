// fetch() for the API: sends the mode, leaves when the login has ended, asks for the password when it is too old.
import { askToReauthenticate, leaveForSignIn } from './authentication';

export type Mode = 'live' | 'test';

const PUBLIC = /^\/v1\/auth\//;

export function apiFetch(mode: Mode) {
  return async (request: Request): Promise<Response> => {
    if (mode === 'test') request.headers.set('Postwright-Mode', 'test');
    const again = request.clone();
    const response = await fetch(request);
    if (response.status === 401 && !PUBLIC.test(new URL(request.url).pathname)) {
      leaveForSignIn();
      // The page is being left: an answer would only flash an error.
      return new Promise(() => {});
    }
    if (await needsFreshSignIn(response)) {
      const isFresh = await askToReauthenticate();
      if (isFresh) return fetch(again);
    }
    return response;
  };
}

async function needsFreshSignIn(response: Response): Promise<boolean> {
  if (response.status !== 403) return false;
  const problem = (await response.clone().json().catch(() => null)) as { code?: string } | null;
  return problem?.code === 'fresh_sign_in_required';
}
