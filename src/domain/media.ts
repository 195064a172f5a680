/** Where a reprint may appear; attested by the outlet, for no program can see a printed page. */
export const MEDIA = [
  'web',
  'app',
  'newsletter',
  'print',
  'broadcast',
  'social',
  'intranet',
] as const;

export type Medium = (typeof MEDIA)[number];
