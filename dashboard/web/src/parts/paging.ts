// Options of useInfiniteQuery for the lists of the API: openapi-react-query puts the page token into the query.
export const paging = {
  pageParamName: 'page_token',
  // Null, because the library sends 0 for undefined, which is no token.
  initialPageParam: null,
  getNextPageParam: (page: { next_page?: string }) => page.next_page,
} as const;
