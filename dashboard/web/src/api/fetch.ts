// fetch() for the API: sends mode and organization, leaves when the login has ended or has to add a second factor, asks for the
// password when the login is too old.
import { askToReauthenticate, leaveForEnrolment, leaveForSignIn } from './authentication';
import { reportElsewhere } from './elsewhere';
import { asProblem } from './problem';

export type Mode = 'live' | 'test';

const PUBLIC = /^\/v1\/auth\//;

/** `organization` is the one whose page it serves: the server refuses when the login works for another. */
export function apiFetch(mode: Mode, organization?: string) {
  return async (request: Request): Promise<Response> => {
    if (mode === 'test') request.headers.set('Postwright-Mode', 'test');
    if (organization) request.headers.set('Postwright-Organization', organization);
    const again = request.clone();
    let response = await reach(request);
    if (response.status === 401 && !PUBLIC.test(new URL(request.url).pathname)) {
      // Another tab may have got a new cookie since this request was sent.
      response = await reach(again.clone());
      if (response.status === 401) {
        leaveForSignIn();
        return unanswered();
      }
    }
    const reason = await refusalOf(response);
    if (reason === 'second_factor_enrolment_required') {
      leaveForEnrolment();
      return unanswered();
    }
    if (reason === 'organization_changed') reportElsewhere();
    if (reason === 'fresh_sign_in_required') {
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

/** The page is being left: an answer would only flash an error. */
function unanswered(): Promise<never> {
  return new Promise(() => {});
}

/** The code of a 403 or 409. */
async function refusalOf(response: Response): Promise<string | undefined> {
  if (response.status !== 403 && response.status !== 409) return undefined;
  const problem = (await response.clone().json().catch(() => null)) as { code?: string } | null;
  return problem?.code;
}
