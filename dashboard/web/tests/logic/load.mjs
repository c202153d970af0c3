// Loads a TypeScript module of the page, so that node can test its functions.
import { rolldown } from 'rolldown';

export async function load(path) {
  const input = new URL(`../../src/${path}`, import.meta.url).pathname;
  const bundle = await rolldown({ input });
  const { output } = await bundle.generate({ format: 'esm' });
  await bundle.close();
  return import(`data:text/javascript,${encodeURIComponent(output[0].code)}`);
}
