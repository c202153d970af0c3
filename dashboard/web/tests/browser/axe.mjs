// axe on a page as it is now: wide and 320 px, light and dark, and nothing wider than the window.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

const axe = readFileSync(new URL('../../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
export const SIZES = [{ width: 1280, height: 800 }, { width: 320, height: 640 }];

/** The rules that look at colours. */
const COLOURS = ['color-contrast', 'link-in-text-block'];

export async function problemsOf(page, runOnly = TAGS) {
  await page.evaluate(axe);
  return page.evaluate(async (wanted) => {
    // React Aria's announcer names what it said last by an element that may have left the page since.
    const exclude = ['[data-live-announcer]'];
    const { violations } = await window.axe.run({ exclude }, { runOnly: wanted });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
  }, runOnly);
}

export async function check(page, name) {
  for (const size of SIZES) {
    for (const colorScheme of ['light', 'dark']) {
      await page.setViewportSize(size);
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      // What else there is to find does not depend on the colours.
      const rules = colorScheme === 'light' ? TAGS : COLOURS;
      assert.deepEqual(await problemsOf(page, rules), [], `${name} ${size.width} ${colorScheme}`);
    }
    const isTooWide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
    assert.ok(!isTooWide, `${name} is wider than ${size.width} px`);
  }
}

export async function atRest(page) {
  await page.locator('h1').first().waitFor();
  await page.waitForLoadState('networkidle').catch(() => {});
  await page.locator('.loading').first().waitFor({ state: 'detached' });
}
