import { countReplay, replayPlacements } from '../../services/placements/replay-placements.ts';
import { OUTLETS_AND_ADMINS } from '../access.ts';
import { defineRoute, type Route } from '../route.ts';
import { ReplayBody, ReplayReply } from '../schemas/replay.ts';

const replayRoute = defineRoute({
  method: 'post',
  path: '/v1/replays',
  tag: 'Placements',
  summary: 'Send again what was tried, behind all that is prompt; a dry run only counts it',
  access: OUTLETS_AND_ADMINS,
  body: ReplayBody,
  statuses: [201, 200],
  reply: ReplayReply,
  problems: [],
  examples: { count: { class: 'dead', dryRun: true }, dead: { class: ['dead', 'refused'] } },

  async handle({ ctx, body }) {
    const { dryRun, class: classes, ...rest } = body;
    const filter = { ...rest, classes };
    if (dryRun) return { status: 200, body: { placements: await countReplay(ctx, filter) } };
    return { body: await replayPlacements(ctx, filter) };
  },
});

export const replayRoutes: readonly Route[] = [replayRoute];
