// A path with its ids cut to their ends, by which they differ.
const ID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

export function shortPath(path: string): string {
  return path.replace(ID, (id) => `…${id.slice(-8)}`);
}
