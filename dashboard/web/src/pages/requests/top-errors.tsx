// Which codes are frequent among the requests shown, and what to do about each. A code filters by itself.
import { Link } from '@tanstack/react-router';
import type { components } from '../../../generated/api';
import { ErrorCode } from '../../parts/error-code';
import { Section } from '../../parts/section';
import { useFormat } from '../../words/format';
import { useWords } from '../../words/words';
import { groupByCode } from './group-by-code';
import { useAdvice } from './use-advice';

type RequestLogEntry = components['schemas']['RequestLogEntry'];

const MOST = 4;

export function TopErrors({ items }: { items: RequestLogEntry[] }) {
  const { t } = useWords();
  const format = useFormat();
  const adviceOn = useAdvice();
  const groups = groupByCode(items);
  if (groups.length < 2) return null;
  return (
    <Section title={t('requests-top')} lead={t('requests-top-text')} isCard>
      <ol className="top-errors">
        {groups.slice(0, MOST).map(({ code, status, count }) => (
          <li key={code}>
            <span className="top-errors-count" aria-hidden="true">{format.number(count)}</span>
            <Link
              className="row-link"
              to="."
              search={(search) => ({ ...search, code })}
              aria-label={t('requests-of-code', { code, count: format.number(count) })}
            >
              <ErrorCode code={code} />
            </Link>
            <p className="soft">{adviceOn({ code, status })}</p>
          </li>
        ))}
      </ol>
    </Section>
  );
}
