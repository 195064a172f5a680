import { invalid } from '../../domain/errors.ts';
import { intervalFaults } from '../../domain/use-interval.ts';
import { explainRequest } from '../../services/policies/explain-request.ts';
import { AUDITORS } from '../access.ts';
import { explanationReply } from '../replies/explanation.ts';
import { defineRoute, type Route } from '../route.ts';
import { ExplainBody, ExplainReply } from '../schemas/explanation.ts';
import { wantedOf } from '../schemas/subject.ts';

const explainRoute = defineRoute({
  method: 'post',
  path: '/v1/explain',
  tag: 'Requests',
  summary: 'How a request would be answered now, and why; nothing is written',
  access: AUDITORS,
  body: ExplainBody,
  statuses: [200],
  reply: ExplainReply,
  problems: ['outlet-not-found', 'article-not-found', 'publication-not-found'],
  examples: {
    web: {
      outlet: '0198c5a4-6f4e-7c1b-9a52-3d0f8e7b6a13',
      articleId: '0198c5a4-6f4e-7c1b-9a52-3d0f8e7b6a11',
      use: { media: ['web'], territories: ['world'], until: '2099-03-01T00:00:00Z' },
    },
    feed: {
      outlet: '0198c5a4-6f4e-7c1b-9a52-3d0f8e7b6a13',
      feed: { publication: 'harbour-letter', filter: { subject: ['ferries'] } },
      use: { media: ['web'], territories: ['world'], until: '2099-03-01T00:00:00Z' },
    },
  },

  async handle({ ctx, body }) {
    const faults = intervalFaults(body.use, ctx.now());
    if (faults.length > 0) throw invalid(faults);
    return {
      body: explanationReply(
        await explainRequest(ctx, { ...wantedOf(body), outlet: body.outlet, use: body.use }),
        ctx.config.publicUrl,
      ),
    };
  },
});

export const explainRoutes: readonly Route[] = [explainRoute];
