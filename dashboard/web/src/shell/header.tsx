// The header: where one is (organization, mode), and what is about oneself (language, theme, person).
import { useTenant } from '../api/tenant';
import type { Language } from '../words/languages';
import { LanguageMenu } from './language-menu';
import { ModeSwitch } from './mode-switch';
import { OrganizationSwitcher } from './organization-switcher';
import { PersonMenu, ThemeMenu } from './person-menu';
import { NavigationDrawer } from './navigation-drawer';

export function Header() {
  const { client } = useTenant();

  function remember(language: Language) {
    void client.PATCH('/v1/me', { body: { language } });
  }

  return (
    <header className="header">
      <NavigationDrawer />
      <OrganizationSwitcher />
      <ModeSwitch />
      <div className="header-end">
        <LanguageMenu onChosen={remember} />
        <ThemeMenu />
        <PersonMenu />
      </div>
    </header>
  );
}
