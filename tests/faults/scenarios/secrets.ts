import { until } from '../../support/until.ts';
import type { Play, Scenario, Tally } from '../scenario.ts';
import { accepting, answering } from '../stand/manners.ts';
import { onStand } from '../stand/open-stand.ts';
import { addPartner } from '../stand/outlets.ts';
import { spread } from '../stand/publishing.ts';
import { recover } from '../stand/recover.ts';

/**
 * The first try is signed with the old secret and fails. Then the secret is replaced: one system
 * goes on with the old one, the other knows only the new one, and both get the text.
 */
function rotated({ tier }: Play): Promise<Tally> {
  return onStand({ tier }, async (stand) => {
    const outlet = await addPartner(stand, 2);
    for (const system of outlet.systems) system.behave(answering(500));
    const wants = await spread(stand, [outlet], 2);
    const failed = () => outlet.systems.every(({ asked }) => asked() >= 2);
    await until('all have failed', failed, 60_000);
    const fresh = await Promise.all(outlet.destinations.map((id) => rotate(id)));
    outlet.systems[1]?.trustOnly(String(fresh[1]));
    for (const system of outlet.systems) system.behave(accepting());
    return recover(stand, { wants, since: Date.now(), withinMs: 60_000 });

    async function rotate(id: string): Promise<string> {
      const path = `/v1/destinations/${id}/rotate-secret`;
      const { body } = await outlet.api.post<{ settings: { secret: string } }>(path);
      return body.settings.secret;
    }
  });
}

export const SECRET_FAULTS: readonly Scenario[] = [
  {
    name: 'A secret replaced during retries',
    tiers: ['PostgreSQL and Redis', 'PostgreSQL', 'embedded'],
    ...{ boundMs: 15_000, reduced: false, run: rotated },
  },
];
