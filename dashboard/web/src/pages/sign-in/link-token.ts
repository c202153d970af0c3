// The token of a one-time sign-in link, `/app/#sign-in=<token>`. It leaves the address, and the history with it, before
// anything else of the application runs: a picture of the window, or a copied address, must not sign anybody in.

const LINK = /^#sign-in=(.+)$/;

export const linkToken = take();

// The link was opened where the application runs already.
addEventListener('hashchange', () => LINK.test(location.hash) && location.reload());

function take(): string | undefined {
  const token = LINK.exec(location.hash)?.[1];
  if (token) history.replaceState(null, '', location.pathname + location.search);
  return token;
}
