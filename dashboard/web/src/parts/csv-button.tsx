// Saves a list as CSV: all rows that match the filters of the page, not only those that it shows.
import { useState } from 'react';
import { saveFile } from '../api/download';
import { useWords } from '../words/words';
import { Button } from './button';
import { ProblemNotice } from './problem';

type Props = {
  /** The name of the file. */
  name: string;
  load: () => Promise<{ data?: unknown; error?: unknown }>;
};

export function CsvButton({ name, load }: Props) {
  const { t } = useWords();
  const [isPending, setPending] = useState(false);
  const [error, setError] = useState<unknown>();

  async function save() {
    setPending(true);
    const { data, error: refused } = await load();
    setPending(false);
    setError(refused);
    if (refused === undefined) saveFile(name, data as Blob);
  }

  return (
    <>
      <Button icon="download" onPress={() => void save()} isPending={isPending}>{t('csv-download')}</Button>
      {error != null && <ProblemNotice error={error} />}
    </>
  );
}
