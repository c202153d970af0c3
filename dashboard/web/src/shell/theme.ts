// Light, dark, or as the system says. Kept in this browser only.
import { useState } from 'react';

export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

const STORED = 'postwright-theme';

export function storedTheme(): Theme {
  return themes.find((theme) => theme === localStorage.getItem(STORED)) ?? 'system';
}

/** The style sheet reads the attribute; without it the system decides. */
export function applyTheme(theme: Theme) {
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}

export function useTheme(): [Theme, (theme: Theme) => void] {
  const [theme, setTheme] = useState(storedTheme);
  function choose(next: Theme) {
    localStorage.setItem(STORED, next);
    applyTheme(next);
    setTheme(next);
  }
  return [theme, choose];
}
