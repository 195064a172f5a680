import type { Context } from '../context.ts';
import { readStanding } from '../db/standing.ts';

/** What this process counted and how the database stands, in the text format of Prometheus. */
export async function exposeMetrics(ctx: Context): Promise<{ mediaType: string; text: string }> {
  const read = () =>
    readStanding(ctx.db).catch((error: unknown) => {
      ctx.log.warn({ err: error }, 'the gauges could not be read');
      throw error;
    });
  const text = await ctx.metrics.expose(ctx.now(), read);
  return { mediaType: ctx.metrics.mediaType, text };
}
