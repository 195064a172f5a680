import { z } from 'zod';
import { savePolicy } from '../../services/save-policy.ts';
import { savePublication } from '../../services/save-publication.ts';
import { ADMINS, EDITORS } from '../access.ts';
import { defineRoute, type Route } from '../route.ts';
import { PolicyBody } from '../schemas/policy.ts';
import { PublicationBody, PublicationReply } from '../schemas/publication.ts';
import { Slug } from '../schemas/slug.ts';

const BySlug = z.object({ slug: Slug });

const savePublicationRoute = defineRoute({
  method: 'put',
  path: '/v1/publications/{slug}',
  tag: 'Publications',
  summary: 'Create a publication, or replace what is known of it',
  access: EDITORS,
  params: BySlug,
  body: PublicationBody,
  statuses: [200, 201],
  reply: PublicationReply,
  problems: [],
  examples: {
    agency: {
      name: 'Harbour News Agency',
      url: 'https://harbour-news.example/',
      copyrightHolder: 'Harbour News Agency Cooperative',
      copyrightSince: 2009,
      language: 'en',
      timeZone: 'Europe/Oslo',
      contact: 'rights@harbour-news.example',
    },
  },

  async handle({ ctx, params, body }) {
    const { publication, created } = await savePublication(ctx, { ...body, slug: params.slug });
    return { status: created ? 201 : 200, body: publication };
  },
});

const savePolicyRoute = defineRoute({
  method: 'put',
  path: '/v1/publications/{slug}/policy',
  tag: 'Publications',
  summary: 'Save the rules that decide requests, as a new version',
  access: ADMINS,
  params: BySlug,
  body: PolicyBody,
  statuses: [200, 201],
  reply: PolicyBody.extend({ version: z.int() }).meta({ id: 'SavedPolicy' }),
  problems: ['publication-not-found'],
  examples: {
    partners: {
      rules: [
        {
          name: 'partners',
          effect: 'grant',
          when: { outlet: { tag: ['partner'] }, use: { media: ['web', 'app'] } },
          reason: 'Partners may reprint on the web at once.',
        },
        {
          name: 'old stories',
          effect: 'refer',
          unless: { article: { maxAgeHours: 720 } },
          reason: 'The rights desk looks at stories older than a month.',
        },
      ],
    },
  },

  async handle({ ctx, params, body }) {
    const { version, policy, created } = await savePolicy(ctx, { slug: params.slug, policy: body });
    return { status: created ? 201 : 200, body: { ...policy, rules: [...policy.rules], version } };
  },
});

export const publicationRoutes: readonly Route[] = [savePublicationRoute, savePolicyRoute];
