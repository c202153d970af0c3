// The findings of the compliance check: blockers first, each with its remedy and the law or study behind it.
import { Icon } from '../../../parts/icon';
import type { components } from '../../../../generated/api';
import { useNamed, useWords } from '../../../words/words';

type Finding = components['schemas']['ComplianceFinding'];

export function Findings({ findings }: { findings: Finding[] }) {
  const { t } = useWords();
  const sorted = [...findings].sort((a, b) => Number(b.severity === 'blocker') - Number(a.severity === 'blocker'));
  if (sorted.length === 0) return <p className="findings-none"><Icon name="check" />{t('findings-none')}</p>;
  return (
    <section className="findings" aria-label={t('findings', { count: sorted.length })}>
      <h3>{t('findings', { count: sorted.length })}</h3>
      <ul>{sorted.map((finding, index) => <FindingItem key={index} finding={finding} />)}</ul>
    </section>
  );
}

function FindingItem({ finding }: { finding: Finding }) {
  const { t } = useWords();
  const named = useNamed('finding');
  const isBlocker = finding.severity === 'blocker';
  return (
    <li className="finding" data-severity={finding.severity}>
      <Icon name="warning" />
      <div>
        <p>
          <strong>{named(finding.code)}</strong> {finding.words && <q dir="auto">{t('quote', { quote: finding.words })}</q>}
          {isBlocker && <span className="finding-blocker">{t('finding-blocks')}</span>}
        </p>
        <p className="soft" dir="auto">{finding.advice}</p>
        <p className="finding-source" dir="auto">{finding.source}</p>
      </div>
    </li>
  );
}
