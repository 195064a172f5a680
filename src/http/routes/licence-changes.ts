import type { ErrorCode } from '../../domain/errors.ts';
import {
  reinstateLicence,
  revokeLicence,
  suspendLicence,
} from '../../services/licences/change-licence.ts';
import { ADMINS } from '../access.ts';
import { licenceReply } from '../replies/licence.ts';
import { defineRoute, type Route } from '../route.ts';
import { byId } from '../schemas/id.ts';
import { ChangeBody, LicenceReply } from '../schemas/licence.ts';

const CHANGES = [
  {
    name: 'suspend',
    change: suspendLicence,
    summary: 'Take a licence out of force until it is reinstated',
    problems: [],
    example: { reason: 'The invoice for March is not paid.' },
  },
  {
    name: 'reinstate',
    change: reinstateLicence,
    summary: 'Put a suspended licence back in force, and take back what is ordered against it',
    problems: ['licence-not-suspended'],
    example: { reason: 'The invoice for March is paid.' },
  },
  {
    name: 'revoke',
    change: revokeLicence,
    summary: 'End a licence before its time',
    problems: [],
    example: { reason: 'The reprint appeared without its footer.' },
  },
] as const satisfies readonly { problems: readonly ErrorCode[]; [more: string]: unknown }[];

/** What an admin does to a licence that stands, at once or from an instant ahead. */
export const licenceChangeRoutes: readonly Route[] = CHANGES.map(
  ({ name, change, summary, problems, example }) =>
    defineRoute({
      method: 'post',
      path: `/v1/licences/{id}/${name}`,
      tag: 'Licences',
      summary,
      access: ADMINS,
      params: byId('licence-not-found'),
      body: ChangeBody,
      statuses: [200],
      reply: LicenceReply,
      problems: ['licence-not-found', 'licence-ended', ...problems],
      examples: { now: example },

      async handle({ ctx, params, body }) {
        const licence = await change(ctx, { id: params.id, ...body });
        return { body: licenceReply(licence, ctx.config.publicUrl) };
      },
    }),
);
