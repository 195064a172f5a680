import type { Context } from '../src/context.ts';
import type { AlertHook } from '../src/services/alerts/alert-hook.ts';
import { sendAlerts } from '../src/services/alerts/send-alerts.ts';

/** Sends the alerts that wait until none is due. */
export async function alertAll(ctx: Context, hook: AlertHook): Promise<void> {
  while ((await sendAlerts(ctx, hook)) > 0);
}
