// All icons: strokes on a grid of 20, in the colour of the text. They are decoration; the words beside them carry the meaning.
const paths = {
  home: 'M3.5 9 10 3.5 16.5 9v7.5h-4.5V12h-4v4.5H3.5z',
  conversations: 'M3.5 4.5h13v9h-7l-3.5 3v-3H3.5z',
  posts: 'M5 3h7l3.5 3.5V17H5zM8 9.5h5M8 12.5h5',
  developers: 'M7 6 3 10l4 4M13 6l4 4-4 4',
  organization: 'M3.5 17V6.5l6-3v13.5M9.5 8.5l7 2.5v6H3.5M6.5 8v.01M6.5 11v.01M6.5 14v.01M13 13.5v.01',
  menu: 'M3.5 6h13M3.5 10h13M3.5 14h13',
  close: 'M5 5l10 10M15 5 5 15',
  check: 'M4.5 10.5 8.5 14.5 15.5 6',
  chevron: 'M6 8l4 4 4-4',
  back: 'M12 5l-5 5 5 5',
  forward: 'M8 5l5 5-5 5',
  send: 'M10 16V4.5M5 9.5l5-5 5 5',
  stop: 'M6 6h8v8H6z',
  plus: 'M10 4.5v11M4.5 10h11',
  copy: 'M7 7h9v9H7zM4 13V4h9',
  search: 'M9 14.5a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11zM13 13l3.5 3.5',
  warning: 'M10 3.5 17.5 16.5h-15zM10 8.5v3.5M10 14.2v.01',
  info: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM10 9.5v4M10 6.7v.01',
  edit: 'M4 16l.8-3.4L13 4.4l2.6 2.6L7.4 15.2z',
  undo: 'M7 4.5 3.5 8 7 11.5M4 8h7.5a4 4 0 0 1 0 8H8',
  history: 'M4 10a6 6 0 1 0 2-4.5L3.5 8M3.5 4v4h4M10 7v3.5l2.5 1.5',
  quote: 'M4.5 13.5c2-.5 3-2 3-4H4.5v-4h4v4c0 3-1.5 5-4 5.5M12 13.5c2-.5 3-2 3-4h-3v-4h4v4c0 3-1.5 5-4 5.5',
  spark: 'M10 3.5l1.6 4.9 4.9 1.6-4.9 1.6L10 16.5l-1.6-4.9L3.5 10l4.9-1.6z',
  read: 'M2.5 10s2.8-5 7.5-5 7.5 5 7.5 5-2.8 5-7.5 5-7.5-5-7.5-5zM10 12a2 2 0 1 0 0-4 2 2 0 0 0 0 4z',
  clock: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM10 6v4l2.5 1.5',
  fork: 'M6 3.5v13M6 11c0-3 8-1.5 8-6.5M6 16.5v.01M14 4.5v-.01',
  trash: 'M4 6h12M8 6V4h4v2M5.5 6l.7 10.5h7.6L14.5 6',
  retry: 'M16 10a6 6 0 1 1-1.8-4.3L16 7.5M16 3.5v4h-4',
  globe: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM3 10h14M10 3c2.5 2 2.5 12 0 14M10 3c-2.5 2-2.5 12 0 14',
  theme: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM10 3v14',
  person: 'M10 10a3.2 3.2 0 1 0 0-6.4 3.2 3.2 0 0 0 0 6.4zM4 17c.5-3.5 3-5 6-5s5.5 1.5 6 5',
  download: 'M10 3.5v9M6 9l4 4 4-4M4 16.5h12',
  more: 'M4.5 10v.01M10 10v.01M15.5 10v.01',
  key: 'M7 13.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM10.5 10h7M15 10v3',
} as const;

export type IconName = keyof typeof paths;

/** Icons that point along the line of text, and turn round where it runs from right to left. */
const directed: IconName[] = ['back', 'forward', 'undo', 'posts', 'quote'];

export function Icon({ name }: { name: IconName }) {
  return (
    <svg
      className="icon"
      data-name={name}
      data-directed={directed.includes(name) || undefined}
      viewBox="0 0 20 20"
      aria-hidden="true"
    >
      <path d={paths[name]} />
    </svg>
  );
}
