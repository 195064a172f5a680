import { z } from 'zod';
import { formatInstant } from '../../domain/instant.ts';
import { dryRunPolicy } from '../../services/policies/dry-run-policy.ts';
import { listPolicyVersions, readPolicyVersion } from '../../services/policies/read-policies.ts';
import { ADMINS, STAFF } from '../access.ts';
import { answerPage, pageOf, versionPageFields, windowOf } from '../paging.ts';
import { dryRunReply } from '../replies/dry-run.ts';
import { defineRoute, type Route } from '../route.ts';
import { DryRunBody, DryRunReply } from '../schemas/dry-run.ts';
import { PolicyVersionReply } from '../schemas/policy.ts';
import { Slug } from '../schemas/slug.ts';
import { VersionInPath } from '../schemas/version-number.ts';

const BySlug = z.object({ slug: Slug });
type Version = Awaited<ReturnType<typeof readPolicyVersion>>;

function policyVersion({ version, document, created_at }: Version) {
  // As it was kept: what is in it, and no longer understood, is shown too.
  return {
    version,
    createdAt: formatInstant(created_at),
    policy: Object(document) as Record<string, unknown>,
  };
}

const readPolicyRoute = defineRoute({
  method: 'get',
  path: '/v1/publications/{slug}/policy',
  tag: 'Publications',
  summary: 'The rules that decide requests now',
  access: STAFF,
  params: BySlug,
  reply: PolicyVersionReply,
  problems: ['publication-not-found', 'version-not-found'],

  async handle({ ctx, params }) {
    return { body: policyVersion(await readPolicyVersion(ctx, params.slug)) };
  },
});

const listPolicyVersionsRoute = defineRoute({
  method: 'get',
  path: '/v1/publications/{slug}/policy/versions',
  tag: 'Publications',
  summary: 'Every policy that the publication ever had, newest first',
  access: STAFF,
  params: BySlug,
  query: z.strictObject(versionPageFields),
  reply: pageOf(PolicyVersionReply).meta({ id: 'PolicyVersions' }),
  problems: ['publication-not-found'],

  async handle({ ctx, params, query }) {
    const { after, limit } = windowOf(query);
    const window = { after: after === undefined ? undefined : Number(after), limit };
    return answerPage(await listPolicyVersions(ctx, params.slug, window), query, policyVersion);
  },
});

const readPolicyVersionRoute = defineRoute({
  method: 'get',
  path: '/v1/publications/{slug}/policy/versions/{version}',
  tag: 'Publications',
  summary: 'A policy as it was, for a request that names its version',
  access: STAFF,
  params: BySlug.extend({ version: VersionInPath }),
  reply: PolicyVersionReply,
  problems: ['publication-not-found', 'version-not-found'],

  async handle({ ctx, params }) {
    return { body: policyVersion(await readPolicyVersion(ctx, params.slug, params.version)) };
  },
});

const dryRunRoute = defineRoute({
  method: 'post',
  path: '/v1/publications/{slug}/policy/dry-run',
  tag: 'Publications',
  summary: 'How a draft would have answered the last requests; nothing is written',
  access: ADMINS,
  params: BySlug,
  body: DryRunBody,
  statuses: [200],
  reply: DryRunReply,
  problems: ['publication-not-found'],
  examples: {
    quota: {
      policy: {
        // biome-ignore lint/suspicious/noThenProperty: the name is the API's
        quota: { perOutletPerMonth: 20, then: 'refer' },
        rules: [{ name: 'all', effect: 'grant', reason: 'Every partner may reprint.' }],
      },
      last: 200,
    },
  },

  async handle({ ctx, params, body }) {
    return { body: dryRunReply(await dryRunPolicy(ctx, { slug: params.slug, ...body })) };
  },
});

export const policyRoutes: readonly Route[] = [
  readPolicyRoute,
  listPolicyVersionsRoute,
  readPolicyVersionRoute,
  dryRunRoute,
];
