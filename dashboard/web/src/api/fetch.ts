// fetch() for the API: sends the mode, leaves when the login has ended, asks for the password when it is too old.
import { askToReauthenticate, leaveForSignIn } from './authentication';
import { asProblem } from './problem';

export type Mode = 'live' | 'test';

const PUBLIC = /^\/v1\/auth\//;

export function apiFetch(mode: Mode) {
  return async (request: Request): Promise<Response> => {
    if (mode === 'test') request.headers.set('Postwright-Mode', 'test');
    const again = request.clone();
    let response = await reach(request);
    if (response.status === 401 && !PUBLIC.test(new URL(request.url).pathname)) {
      // Another tab may have got a new cookie since this request was sent.
      response = await reach(again.clone());
      if (response.status === 401) {
        leaveForSignIn();
        // The page is being left: an answer would only flash an error.
        return new Promise(() => {});
      }
    }
    if (await needsFreshSignIn(response)) {
      const isFresh = await askToReauthenticate();
      if (isFresh) return reach(again);
    }
    return response;
  };
}

/** Gives a failed connection the form of a problem, so that every caller shows it. */
async function reach(request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch (error) {
    if (request.signal.aborted) throw error;
    const headers = { 'Content-Type': 'application/problem+json' };
    return new Response(JSON.stringify(asProblem(error)), { status: 503, headers });
  }
}

async function needsFreshSignIn(response: Response): Promise<boolean> {
  if (response.status !== 403) return false;
  const problem = (await response.clone().json().catch(() => null)) as { code?: string } | null;
  return problem?.code === 'fresh_sign_in_required';
}
