// What the page does when the login has ended, or is too old for an operation.

type Waiting = { answer: Promise<boolean>; resolve: (fresh: boolean) => void };

let waiting: Waiting | null = null;
const listeners = new Set<() => void>();

function setWaiting(next: Waiting | null) {
  waiting = next;
  for (const listener of listeners) listener();
}

/** Opens the dialog that asks for the password, once for all who wait; true once the sign-in is fresh. */
export function askToReauthenticate(): Promise<boolean> {
  if (!waiting) {
    let resolve: Waiting['resolve'] = () => {};
    const answer = new Promise<boolean>((done) => { resolve = done; });
    setWaiting({ answer, resolve });
  }
  return waiting!.answer;
}

export function finishReauthentication(fresh: boolean) {
  waiting?.resolve(fresh);
  setWaiting(null);
}

/** For useSyncExternalStore. */
export const reauthentication = {
  subscribe(listener: () => void) {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  isWanted: () => waiting !== null,
};

/** Leaves for the sign-in page, because the login has ended. */
export function leaveForSignIn() {
  leaveFor('/app/sign-in');
}

/** Leaves for the page that adds an authenticator app, because the login may do nothing else. */
export function leaveForEnrolment() {
  leaveFor('/app/second-factor');
}

/** Leaves for a fresh sign-in at the organization's identity provider, for those who have no password here. */
export function leaveForFreshSingleSignOn() {
  leaveFor('/app/single-sign-on', { fresh: 'true' });
}

/** By a page load, so that no data of the login stay in memory. The page there leads back to this one. */
function leaveFor(page: string, search: Record<string, string> = {}) {
  const target = location.pathname.replace(/^\/app/, '') + location.search;
  const isWorthKeeping = /^\/(live|test)\//.test(target);
  const query = new URLSearchParams(isWorthKeeping ? { ...search, next: target } : search);
  location.assign(query.size > 0 ? `${page}?${query}` : page);
}
