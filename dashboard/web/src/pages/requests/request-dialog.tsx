// One request: what was called, by whom, when, the id to look for in logs, and what to do next.
import { useEffect } from 'react';
import type { components } from '../../../generated/api';
import { CopyButton } from '../../parts/copy';
import { Dialog } from '../../parts/dialog';
import { ErrorCode } from '../../parts/error-code';
import { Facts } from '../../parts/facts';
import { Loading } from '../../parts/loading';
import { DateTime } from '../../parts/time';
import { useWords } from '../../words/words';
import { StatusBadge } from './request-table';
import { shortPath } from './short-path';
import { useAdvice } from './use-advice';
import { useCallerName } from './use-caller-name';

type RequestLogEntry = components['schemas']['RequestLogEntry'];

type Props = {
  request: RequestLogEntry | undefined;
  /** Reads the next page, in case it has the request; absent when there is none. */
  readOn?: () => void;
  onClose: () => void;
};

export function RequestDialog({ request, readOn, onClose }: Props) {
  const { t } = useWords();

  useEffect(() => {
    if (!request) readOn?.();
  });

  return (
    <Dialog title={request ? `${request.method} ${shortPath(request.path)}` : t('nav-requests')} onClose={onClose} size="wide">
      {request && <RequestDetails request={request} />}
      {!request && (readOn ? <Loading /> : <p>{t('request-gone')}</p>)}
    </Dialog>
  );
}

function RequestDetails({ request }: { request: RequestLogEntry }) {
  const { t } = useWords();
  const nameOf = useCallerName();
  const adviceOn = useAdvice();
  return (
    <>
      <p className="note">{adviceOn(request)}</p>
      <Facts
        facts={[
          [t('status'), <StatusBadge status={request.status} />],
          [t('request-code'), <ErrorCode code={request.code} />],
          [t('request-at'), <DateTime value={request.occurred_at} />],
          [t('request-by'), <bdi>{nameOf(request)}</bdi>],
          [t('request-path'), <code dir="ltr">{request.path}</code>],
          [t('request-operation'), <Operation id={request.operation_id} />],
          [t('request-id'), <RequestId value={request.request_id} />],
        ]}
      />
      <p className="soft">{t('request-id-text')}</p>
    </>
  );
}

function Operation({ id }: { id: string | undefined }) {
  const { t } = useWords();
  return (
    <span className="wrapped">
      {id && <code dir="ltr">{id}</code>}
      <a href="/docs" target="_blank" rel="noreferrer">{t('request-docs')}</a>
    </span>
  );
}

function RequestId({ value }: { value: string }) {
  return (
    <span className="wrapped">
      <code dir="ltr">{value}</code>
      <CopyButton text={value} />
    </span>
  );
}
