import { exposeMetrics } from '../../services/expose-metrics.ts';
import { defineRoute, type Route, raw } from '../route.ts';

/** Version 0.0.4 of the text format, which every scraper reads. */
const MEDIA_TYPE = 'text/plain; version=0.0.4; charset=utf-8';

const metrics = defineRoute({
  method: 'get',
  path: '/metrics',
  tag: 'Operation',
  summary: 'How the service is doing, for Prometheus; names no partner',
  access: 'public',
  unlimited: true,
  reply: raw(MEDIA_TYPE),
  problems: [],
  async handle({ ctx }) {
    const { mediaType, text } = await exposeMetrics(ctx);
    return { body: text, mediaType, headers: { 'Cache-Control': 'no-store' } };
  },
});

export const metricsRoutes: readonly Route[] = [metrics];
