import { renewLicence } from '../../services/licences/renew-licence.ts';
import { ADMINS } from '../access.ts';
import { licenceReply } from '../replies/licence.ts';
import { defineRoute, type Route } from '../route.ts';
import { byId } from '../schemas/id.ts';
import { LicenceReply, RenewBody } from '../schemas/licence.ts';

const renewLicenceRoute = defineRoute({
  method: 'post',
  path: '/v1/licences/{id}/renew',
  tag: 'Licences',
  summary: 'Let another licence follow with a later end; what stands stays',
  access: ADMINS,
  params: byId('licence-not-found'),
  body: RenewBody,
  statuses: [201, 200],
  reply: LicenceReply,
  problems: [
    ...(['licence-not-found', 'licence-ended', 'licence-not-in-force'] as const),
    ...(['article-killed', 'outlet-suspended', 'licence-unavailable'] as const),
    'licence-too-large',
  ],
  examples: { longer: { until: '2031-05-04T00:00:00Z', reason: 'The series runs on.' } },

  async handle({ ctx, params, body }) {
    const { until, reason } = body;
    const { licence, created } = await renewLicence(ctx, { id: params.id, until, reason });
    return {
      status: created ? 201 : 200,
      body: licenceReply(licence, ctx.config.publicUrl),
    };
  },
});

export const licenceRenewalRoutes: readonly Route[] = [renewLicenceRoute];
