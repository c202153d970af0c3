// Moves by the keyboard alone, and sees that the focus is visible at each stop.
import assert from 'node:assert/strict';

const MOST_TABS = 60;

/** Presses Tab until the focus is on the element with this name. */
export async function tabTo(page, name, keys = 'Tab') {
  for (let presses = 0; presses < MOST_TABS; presses += 1) {
    const focused = await page.evaluate(() => {
      const element = document.activeElement;
      const label = element?.labels?.[0]?.textContent ?? '';
      return element?.getAttribute('aria-label') ?? (label || element?.textContent || '');
    });
    if (name.test(focused.replace(/[\u2068\u2069]/g, ''))) return assertFocusIsVisible(page);
    await page.keyboard.press(keys);
  }
  assert.fail(`${name} cannot be reached`);
}

async function assertFocusIsVisible(page) {
  const isVisible = await page.evaluate(() => {
    const element = document.activeElement;
    const hasOutline = (node) => node && getComputedStyle(node).outlineStyle !== 'none';
    return hasOutline(element) || hasOutline(element.closest('.composer-box')) || getComputedStyle(element, '::after').outlineStyle !== 'none';
  });
  assert.ok(isVisible, 'the focus is visible');
}
