// A list of the API, page by page: loading, problem, nothing, the rows, and more of them.
import { useEffect, type ReactNode } from 'react';
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
  const items = pages.data?.pages.flatMap((page) => page.items) ?? [];
  const isSearching = useSearchOn(pages, items.length > 0);
  if (!pages.data || isSearching) {
    return pages.error ? <ProblemNotice error={pages.error} onRetry={pages.refetch} /> : <Loading />;
  }
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

/** A page of a filtered list may be empty though others are not: the server looks at so many rows a page. Reads on until one has items. */
function useSearchOn({ data, error, hasNextPage, isFetchingNextPage, fetchNextPage }: Pages<unknown>, hasItems: boolean): boolean {
  const isSearching = data !== undefined && !hasItems && hasNextPage;

  useEffect(() => {
    if (isSearching && !isFetchingNextPage && !error) fetchNextPage();
  });

  return isSearching;
}
