import { z } from 'zod';
import { formatInstant } from '../../domain/instant.ts';
import { licenceNotFound } from '../../services/licences/read-licences.ts';
import { showLicence, verifyToken } from '../../services/licences/verify-licence.ts';
import { licencePage } from '../pages/licence-page.ts';
import { defineRoute, type Route, raw } from '../route.ts';
import { byId } from '../schemas/id.ts';
import { VerdictReply, VerifyBody } from '../schemas/licence.ts';

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
  examples: { token: { token: 'eyJhbGciOiJFUzI1NiJ9.e30.c2lnbmF0dXJl' } },

  async handle({ ctx, body }) {
    const { asOf, statusAsOf: _same, claims, ...verdict } = await verifyToken(ctx, body);
    return {
      body: { ...verdict, asOf: formatInstant(asOf), ...(claims && { claims: { ...claims } }) },
      headers: { 'Cache-Control': 'no-store' },
    };
  },
});

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
    return { body: licencePage(licence), headers: { 'Cache-Control': 'no-store' } };
  },
});

export const verificationRoutes: readonly Route[] = [verifyRoute, licencePageRoute];
