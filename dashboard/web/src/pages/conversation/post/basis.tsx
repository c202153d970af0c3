// What a value rests on, as icon and word; for interpreted values the person's own words, too.
import { Icon, type IconName } from '../../../parts/icon';
import { useNamed, useWords } from '../../../words/words';
import type { ValueProvenance } from '../state/types';

const icons: Record<string, IconName> = {
  assumed: 'spark', interpreted: 'read', copied: 'copy', edited: 'edit', stated: 'quote', confirmed: 'check',
};

/** From the weakest to the strongest: a field is as sure as its least sure value. */
const order = ['assumed', 'interpreted', 'copied', 'edited', 'stated', 'confirmed'];

export function Basis({ values }: { values: ValueProvenance[] }) {
  const { t } = useWords();
  const named = useNamed('basis');
  const basis = order.find((candidate) => values.some((value) => value.basis === candidate));
  if (!basis) return null;
  const quote = basis === 'interpreted' ? values.find((value) => value.basis === basis)?.quote : undefined;
  return (
    <span className="basis" data-basis={basis}>
      <Icon name={icons[basis] ?? 'info'} />
      {named(basis)}
      {quote && <q dir="auto">{t('quote', { quote })}</q>}
    </span>
  );
}
