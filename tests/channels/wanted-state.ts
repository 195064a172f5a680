import type { WantedState } from '../../src/channels/index.ts';

/** A placement that should carry version 3 of an article. */
export const UPSERT: WantedState = {
  placement: 'plc_8',
  seq: 5,
  operation: 'upsert',
  article: {
    id: 'art_4',
    version: 3,
    headline: 'Tide turns for the harbour “café” – at last',
    canonicalUrl: 'https://courier.example/tide',
    publishedAt: '2026-05-14T08:00:00.000Z',
    language: 'en',
    publication: 'Harbour Courier',
  },
  licence: { id: 'lic_2', token: 'head.claims.signature' },
  footer: { text: '© 2024-2026 Harbour Courier' },
  content: { mediaType: 'text/html', text: '<h1>Tide turns</h1>' },
  remoteRef: null,
};

const { content: _, ...rest } = UPSERT;

/** The same placement after a kill. */
export const WITHDRAWAL: WantedState = {
  ...rest,
  seq: 6,
  operation: 'withdraw',
  reason: 'killed',
  remoteRef: 'https://outlet.example/tide',
};
