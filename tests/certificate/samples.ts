import type { Certificate } from '../../src/certificate/certificate.ts';
import { DEFAULT_TERMS } from '../../src/domain/terms.ts';
import { termsSentences } from '../../src/domain/terms-sentences/index.ts';

const HASH = 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=';

export const CERTIFICATE = {
  licence: {
    id: '01957c1a-0000-7000-8000-000000000001',
    issuedAt: Date.UTC(2026, 2, 1, 6),
    kid: 'NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs',
    log: 'permissions.example/log',
  },
  verifyUrl: 'https://permissions.example/licences/01957c1a-0000-7000-8000-000000000001',
  publication: { name: 'The Harbour Gazette', copyrightHolder: 'Gazette Press Cooperative' },
  outlet: { name: 'The Fjord Courier', origins: ['https://www.fjord-courier.example'] },
  article: {
    headline: 'High tides – and “low” ones: what the ferries do when the quay is under water',
    byline: 'Harbour Desk',
    language: 'en',
    version: 2,
    publishedAt: Date.UTC(2026, 1, 27, 5, 30),
    canonicalUrl: 'https://gazette.example/2026/02/high-tides-and-what-the-ferries-do',
    integrity: HASH,
  },
  use: {
    media: ['web', 'newsletter'],
    territories: ['world'],
    excludeTerritories: ['KP'],
    languages: ['en'],
    from: Date.UTC(2026, 2, 1, 6),
    until: Date.UTC(2026, 5, 1, 6),
    edits: 'none',
    images: 'none',
  },
  terms: {
    uri: 'https://permissions.example/terms/imprimatur-default/1',
    integrity: HASH,
    sentences: termsSentences(DEFAULT_TERMS),
  },
  footer:
    '© 2009–2026 Gazette Press Cooperative. First published by The Harbour Gazette: https://gazette.example/2026/02/high-tides-and-what-the-ferries-do. Reproduced with permission.',
  printedAt: Date.UTC(2026, 2, 2, 9),
} satisfies Certificate;
