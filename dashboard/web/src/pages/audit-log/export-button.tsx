// Saves all entries that match the filters as CSV.
import { useState } from 'react';
import { saveFile } from '../../api/download';
import { useScope } from '../../api/scope';
import { Button } from '../../parts/button';
import { ProblemNotice } from '../../parts/problem';
import { useWords } from '../../words/words';
import type { queryOf } from './filters';

export function ExportButton({ query }: { query: ReturnType<typeof queryOf> }) {
  const { t } = useWords();
  const { client } = useScope();
  const [isPending, setPending] = useState(false);
  const [error, setError] = useState<unknown>();

  async function save() {
    setPending(true);
    const { data, error: refused } = await client.GET('/v1/audit-log/exports/csv', { params: { query }, parseAs: 'blob' });
    setPending(false);
    setError(refused);
    if (data) saveFile('audit-log.csv', data as unknown as Blob);
  }

  return (
    <>
      <Button icon="download" onPress={() => void save()} isPending={isPending}>{t('audit-export')}</Button>
      {error != null && <ProblemNotice error={error} />}
    </>
  );
}
