// During a rolling deployment the page and a chunk may be of two builds: load the page again, at most once in ten seconds.
const LAST = 'postwright-reloaded-at';
const INTERVAL_MS = 10_000;

export function reloadAfterDeployment() {
  addEventListener('vite:preloadError', (event) => {
    const last = Number(sessionStorage.getItem(LAST) ?? 0);
    if (Date.now() - last < INTERVAL_MS) return;
    event.preventDefault();
    sessionStorage.setItem(LAST, String(Date.now()));
    location.reload();
  });
}
