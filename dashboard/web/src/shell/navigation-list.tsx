// The navigation: three pages that everybody uses, then two groups for those who look after the organization.
import { Link } from '@tanstack/react-router';
import { hasRole } from '../api/role';
import { useTenant } from '../api/tenant';
import { Icon, type IconName } from '../parts/icon';
import { useWords } from '../words/words';
import { navigation } from './navigation';

type To = (typeof navigation)[number]['entries'][number]['to'] | Extract<(typeof navigation)[number], { to: string }>['to'];

export function NavigationList({ onNavigate }: { onNavigate?: () => void }) {
  const { t } = useWords();
  const { me } = useTenant();
  const groups = navigation.filter((group) => hasRole(me.role, group.needs));
  return (
    <ul className="nav" onClick={onNavigate}>
      {groups.map((group) => (
        <li key={group.id}>
          {'to' in group
            ? <NavigationLink to={group.to} icon={group.icon} text={t(`nav-${group.id}`)} />
            : <p className="nav-heading" id={`nav-${group.id}`}>{t(`nav-${group.id}`)}</p>}
          {group.entries.length > 0 && (
            <ul aria-labelledby={`nav-${group.id}`}>
              {group.entries.filter((entry) => hasRole(me.role, entry.needs)).map((entry) => (
                <li key={entry.id}><NavigationLink to={entry.to} text={t(`nav-${entry.id}`)} /></li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ul>
  );
}

function NavigationLink({ to, icon, text }: { to: To; icon?: IconName; text: string }) {
  const { mode, organization } = useTenant();
  const isHome = to === '/$mode/$organization';
  return (
    <Link className="nav-link" to={to} params={{ mode, organization }} activeOptions={{ exact: isHome, includeSearch: false }}>
      {icon && <Icon name={icon} />}
      {text}
    </Link>
  );
}
