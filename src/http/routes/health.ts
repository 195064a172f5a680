import { z } from 'zod';
import { checkReadiness } from '../../services/check-readiness.ts';
import { defineRoute, type Route } from '../route.ts';

const headers = { 'Cache-Control': 'no-store' };

const alive = defineRoute({
  method: 'get',
  path: '/healthz',
  tag: 'Operation',
  summary: 'Whether the process is up',
  access: 'public',
  unlimited: true,
  reply: z.object({ status: z.string() }),
  problems: [],
  handle: () => ({ body: { status: 'up' }, headers }),
});

const ready = defineRoute({
  method: 'get',
  path: '/readyz',
  tag: 'Operation',
  summary: 'Whether requests can be served: the database answers and is migrated',
  access: 'public',
  unlimited: true,
  reply: z.object({
    status: z.string(),
    log: z.string().optional().describe('Why the log of changes signs nothing, where it does not'),
  }),
  problems: [],
  async handle({ ctx }) {
    return { body: { status: 'ready', ...(await checkReadiness(ctx)) }, headers };
  },
});

export const healthRoutes: readonly Route[] = [alive, ready];
