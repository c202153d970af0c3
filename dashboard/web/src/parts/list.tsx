// A list of the API, page by page: loading, problem, nothing, the rows, and more of them.
import type { ReactNode } from 'react';
import { useWords } from '../words/words';
import { Button } from './button';
import { Loading } from './loading';
import { ProblemNotice } from './problem';

type Pages<Item> = {
  data: { pages: { items: Item[] }[] } | undefined;
  error: unknown;
  refetch: () => void;
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  fetchNextPage: () => void;
};

type Props<Item> = { pages: Pages<Item>; empty: ReactNode; children: (items: Item[]) => ReactNode };

export function PagedList<Item>({ pages, empty, children }: Props<Item>) {
  const { t } = useWords();
  if (!pages.data) {
    return pages.error ? <ProblemNotice error={pages.error} onRetry={pages.refetch} /> : <Loading />;
  }
  const items = pages.data.pages.flatMap((page) => page.items);
  if (items.length === 0) return empty;
  return (
    <>
      {children(items)}
      {pages.hasNextPage && (
        <div className="list-more">
          <Button onPress={() => pages.fetchNextPage()} isPending={pages.isFetchingNextPage}>{t('list-more')}</Button>
        </div>
      )}
    </>
  );
}
