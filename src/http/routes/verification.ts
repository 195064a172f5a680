import { licenceNotFound } from '../../services/licences/read-licences.ts';
import { showLicence } from '../../services/licences/show-licence.ts';
import { verifyToken } from '../../services/licences/verify-licence.ts';
import { licencePage } from '../pages/licence-page.ts';
import { verdictPage, verifyPage } from '../pages/verify-page.ts';
import { verdictReply } from '../replies/verdict.ts';
import { defineRoute, type Route, raw } from '../route.ts';
import { byId } from '../schemas/id.ts';
import { PastedBody, PastedQuery, VerdictReply, VerifyBody } from '../schemas/verification.ts';
import { POLICY_WITH_FORM } from '../security-headers.ts';

const FRESH = { 'Cache-Control': 'no-store' };
const FORM_HEADERS = { ...FRESH, 'Content-Security-Policy': POLICY_WITH_FORM };
const SAMPLE = 'eyJhbGciOiJFUzI1NiJ9.e30.c2lnbmF0dXJl';

const verifyRoute = defineRoute({
  method: 'post',
  path: '/v1/verify',
  tag: 'Verification',
  summary: 'Verify any string as a licence',
  access: 'public',
  crossOrigin: true,
  body: VerifyBody,
  statuses: [200],
  reply: VerdictReply,
  problems: [],
  examples: {
    token: { token: SAMPLE },
    article: { token: SAMPLE, articleId: '0198c5a4-6f4e-7c1b-9a52-3d0f8e7b6a11' },
    page: { token: SAMPLE, page: { html: '<p>The pilot boat goes electric.</p>' } },
  },

  async handle({ ctx, body }) {
    return { body: verdictReply(await verifyToken(ctx, body)), headers: FRESH };
  },
});

const verifyPageRoute = defineRoute({
  method: 'get',
  path: '/verify',
  tag: 'Verification',
  summary: 'A page on which people check a licence; ?id= leads to the page of one',
  access: 'public',
  query: PastedQuery,
  statuses: [200, 303],
  reply: raw('text/html'),
  problems: [],

  handle({ query }) {
    const { id } = query;
    if (id === undefined) return { body: verifyPage(), headers: FORM_HEADERS };
    return toLicence(id) ?? { body: verifyPage(NO_ID), headers: FORM_HEADERS };
  },
});

const pastedRoute = defineRoute({
  method: 'post',
  path: '/verify',
  tag: 'Verification',
  summary: 'What people pasted into the page, answered as a page',
  access: 'public',
  form: true,
  body: PastedBody,
  statuses: [200, 303],
  reply: raw('text/html'),
  problems: [],
  examples: { token: { licence: SAMPLE } },

  async handle({ ctx, body }) {
    // A long line is often broken where it is pasted.
    const token = body.licence.replace(/\s+/g, '');
    if (token === '') return { body: verifyPage(NOTHING), headers: FORM_HEADERS };
    const known = toLicence(token);
    if (known) return known;
    const { origin, article } = body;
    // A field that was left empty asks nothing.
    const found = await verifyToken(ctx, { token, origin, articleId: article || undefined });
    return { body: verdictPage(found, ctx.config.publicUrl), headers: FRESH };
  },
});

const NO_ID = 'This holds no number of a licence: 36 letters, digits and hyphens.';
const NOTHING = 'Paste the licence into the field first.';

/** To the page of a licence that is named by its id, as a URN, or by an address that ends in it. */
function toLicence(pasted: string) {
  const [id] = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?=[\s/]*$)/i.exec(pasted) ?? [];
  if (id === undefined) return undefined;
  return { status: 303, body: '', headers: { ...FRESH, Location: `licences/${id.toLowerCase()}` } };
}

const licencePageRoute = defineRoute({
  method: 'get',
  path: '/licences/{id}',
  tag: 'Verification',
  summary: 'What a licence says and whether it holds, for people',
  access: 'public',
  params: byId('licence-not-found'),
  reply: raw('text/html'),
  problems: ['licence-not-found'],

  async handle({ ctx, params }) {
    const licence = await showLicence(ctx, params.id);
    if (!licence) throw licenceNotFound(params.id);
    return { body: licencePage(licence, ctx.config.publicUrl), headers: FRESH };
  },
});

export const verificationRoutes: readonly Route[] = [
  verifyRoute,
  verifyPageRoute,
  pastedRoute,
  licencePageRoute,
];
