// Shown instead of a page that the role may not use, when somebody comes to it by its address.
import { useMatches } from '@tanstack/react-router';
import { hasRole, type Role } from '../api/role';
import { useTenant } from '../api/tenant';
import { Empty } from '../parts/empty';
import { Page } from '../parts/page';
import { useWords } from '../words/words';
import { navigation } from './navigation';

type Entry = { id: string; to: string; needs: Role };

const entries = navigation.flatMap((group): readonly Entry[] => group.entries);

/** The entry of the page, if the role may not use it. */
export function useRefused(): Entry | undefined {
  const { me } = useTenant();
  const path = useMatches({ select: (matches) => matches.at(-1)?.fullPath ?? '' });
  return entries.find(({ to, needs }) => path.startsWith(to) && !hasRole(me.role, needs));
}

export function Refused({ entry }: { entry: Entry }) {
  const { t } = useWords();
  return (
    <Page title={t(`nav-${entry.id}`)}>
      <Empty icon="key" title={t('problem-forbidden')} />
    </Page>
  );
}
