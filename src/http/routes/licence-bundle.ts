import { makeBundle } from '../../services/licences/make-bundle.ts';
import { OUTLETS_AND_AUDITORS } from '../access.ts';
import { defineRoute, type Route } from '../route.ts';
import { byId } from '../schemas/id.ts';
import { BundleReply } from '../schemas/verification.ts';

const bundleRoute = defineRoute({
  method: 'get',
  path: '/v1/licences/{id}/bundle',
  tag: 'Licences',
  summary: 'A file that verifies the licence with no network, now and in years',
  access: OUTLETS_AND_AUDITORS,
  params: byId('licence-not-found'),
  reply: BundleReply,
  problems: ['licence-not-found', 'proof-not-ready', 'unavailable'],

  async handle({ ctx, params }) {
    const bundle = await makeBundle(ctx, params.id);
    const disposition = `attachment; filename="${params.id}.licence.json"`;
    return { body: bundle, headers: { 'Content-Disposition': disposition } };
  },
});

export const licenceBundleRoutes: readonly Route[] = [bundleRoute];
