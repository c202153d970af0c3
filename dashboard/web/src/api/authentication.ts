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

/** Leaves for the sign-in page by a page load, so that no data of the ended login stay in memory. */
export function leaveForSignIn() {
  const target = location.pathname.replace(/^\/app/, '') + location.search;
  const isWorthKeeping = /^\/(live|test)\//.test(target);
  location.assign(isWorthKeeping ? `/app/sign-in?next=${encodeURIComponent(target)}` : '/app/sign-in');
}
