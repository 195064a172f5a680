import { z } from 'zod';
import { certifyLicence, readRights } from '../../services/licences/certify-licence.ts';
import { OUTLETS_AND_AUDITORS } from '../access.ts';
import { defineRoute, type Route, raw } from '../route.ts';
import { byId } from '../schemas/id.ts';

const ByLicence = byId('licence-not-found');

const certificateRoute = defineRoute({
  method: 'get',
  path: '/v1/licences/{id}/certificate',
  tag: 'Licences',
  summary: 'The licence as a certificate to print: PDF, with a code that leads to its public page',
  access: OUTLETS_AND_AUDITORS,
  params: ByLicence,
  reply: raw('application/pdf'),
  problems: ['licence-not-found'],

  async handle({ ctx, params }) {
    const body = await certifyLicence(ctx, params.id);
    const file = `licence-${params.id}.pdf`;
    return { body, headers: { 'Content-Disposition': `inline; filename="${file}"` } };
  },
});

const rightsRoute = defineRoute({
  method: 'get',
  path: '/v1/licences/{id}/rights',
  tag: 'Licences',
  summary: 'What the licence permits, for machines: ODRL (RightsML), ninjs rightsInfo, schema.org',
  access: OUTLETS_AND_AUDITORS,
  params: ByLicence,
  reply: z
    .object({
      odrl: z.looseObject({}).describe('ODRL 2.2 agreement in the RightsML 2.0 profile'),
      ninjs: z
        .object({ langId: z.string(), encodedRights: z.string() })
        .describe('The member rightsInfo of ninjs 3'),
      schemaOrg: z
        .object({ license: z.string(), usageInfo: z.string(), expires: z.string().optional() })
        .describe('Members for a CreativeWork'),
    })
    .meta({ id: 'LicenceRights' }),
  problems: ['licence-not-found'],

  async handle({ ctx, params }) {
    const { odrl, ...rights } = await readRights(ctx, params.id);
    return { body: { odrl: { ...odrl }, ...rights } };
  },
});

export const licencePaperRoutes: readonly Route[] = [certificateRoute, rightsRoute];
