// How the page shows an error: what happened, what to do next, and the id to name when asking for help.
import { asProblem, UNREACHABLE } from '../api/problem';
import { useNamed, useWords } from '../words/words';
import { Button } from './button';
import { Icon } from './icon';

type Props = { error: unknown; onRetry?: () => void };

export function ProblemNotice({ error, onRetry }: Props) {
  const { t } = useWords();
  const named = useNamed('problem');
  const problem = asProblem(error);
  const inWords = named(problem.code);
  const isKnown = inWords !== problem.code;
  return (
    <div className="problem" role="alert">
      <Icon name="warning" />
      <div>
        <p className="problem-text">{isKnown ? inWords : <bdi lang="en">{problem.detail}</bdi>}</p>
        {problem.errors && (
          <ul className="problem-errors" lang="en">
            {problem.errors.map(({ pointer, detail }) => <li key={pointer}><code>{pointer}</code> <bdi>{detail}</bdi></li>)}
          </ul>
        )}
        <p className="problem-id">
          {problem.code !== UNREACHABLE && <code>{problem.code}</code>}
          {problem.request_id && <span>{t('problem-request', { id: problem.request_id })}</span>}
        </p>
        {onRetry && <Button onPress={onRetry} icon="retry">{t('problem-retry')}</Button>}
      </div>
    </div>
  );
}
