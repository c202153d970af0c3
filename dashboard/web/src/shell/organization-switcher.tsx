// The organization, and the person's others.
import { useNavigate } from '@tanstack/react-router';
import { useTenant } from '../api/tenant';
import { Icon } from '../parts/icon';
import { Menu } from '../parts/menu';
import { useWords } from '../words/words';

export function OrganizationSwitcher() {
  const { t } = useWords();
  const { me, mode, organization } = useTenant();
  const navigate = useNavigate();
  const name = me.organizations.find((membership) => membership.id === organization)?.name ?? '';
  if (me.organizations.length < 2) return <p className="organization-name"><bdi>{name}</bdi></p>;
  return (
    <Menu
      label={t('organization-switch', { name })}
      className="organization-name"
      trigger={<><bdi>{name}</bdi><Icon name="chevron" /></>}
      entries={me.organizations.map(({ id, name: text }) => ({ id, text }))}
      selected={organization}
      onAction={(id) => navigate({ to: '/$mode/$organization', params: { mode, organization: id } })}
    />
  );
}
