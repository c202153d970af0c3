// Builds the application into ../dist: few files, the same bytes from the same source on every machine.
import optimizeLocales from '@react-aria/optimize-locales-plugin';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const ariaLocales = ['en-US', 'de-DE', 'fr-FR', 'es-ES', 'ar-AE', 'pt-PT', 'it-IT', 'nl-NL', 'pl-PL'];

const chunks: [string, RegExp][] = [
  ['react', /node_modules\/(react|react-dom|scheduler)\/|rolldown\/runtime/],
  ['aria', /node_modules\/(react-aria|react-stately|react-aria-components|@react-aria|@react-stately|@react-types|@internationalized|@adobe|@swc|clsx)/],
  ['router', /node_modules\/@tanstack\/(react-router|router-core|history|react-store|store)/],
  ['data', /node_modules\/(@tanstack\/(react-query|query-core)|openapi-|@fluent)/],
];

/** React Aria injects a style sheet, which the CSP refuses, unless an element with this id exists. */
function styleSheetId(): Plugin {
  return {
    name: 'style-sheet-id',
    transformIndexHtml: {
      order: 'post',
      handler: (html) => html.replace('<link rel="stylesheet"', '<link id="react-aria-pressable-style" rel="stylesheet"'),
    },
  };
}

/** One chunk a language: a person loads the words of one language only. */
function chunkName(id: string): string | null {
  const language = /\/locales\/(\w+)\//.exec(id);
  if (language) return `words-${language[1]}`;
  return chunks.find(([, pattern]) => pattern.test(id))?.[0] ?? null;
}

export default defineConfig({
  base: '/app/',
  plugins: [react(), { ...optimizeLocales.vite({ locales: ariaLocales }), enforce: 'pre' }, styleSheetId()],
  server: { proxy: { '/v1': process.env.POSTWRIGHT_URL ?? 'http://127.0.0.1:8000' } },
  build: {
    outDir: '../dist',
    emptyOutDir: true,
    sourcemap: false,
    target: 'es2023',
    cssCodeSplit: false,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 400,
    rolldownOptions: {
      output: {
        entryFileNames: 'assets/app-[hash].js',
        codeSplitting: { groups: [{ name: chunkName, debugName: 'chunkName' }] },
      },
    },
  },
});
