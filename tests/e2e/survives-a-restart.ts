import { createRemoteJWKSet, jwtVerify } from 'jose';
import type { House } from '../support/house.ts';
import { addOutlet, askForLicence, correct, type Licence, publish } from '../support/seed.ts';
import { until } from '../support/until.ts';

export function survivesARestart(house: () => House): void {
  test('what was issued before verifies after, and deliveries go on', async () => {
    const { admin, url, receiver } = house();
    const outlet = await addOutlet(admin, url, { receiver });
    const article = await publish(admin);
    const licence = await askForLicence(outlet.api, article);
    await until('version 1', () => receiver.standing(article)?.article.version === 1);
    const terms = await (await fetch(licence.terms.uri)).text();
    const before = await outlet.api.get<Licence>(`/v1/licences/${licence.id}`);

    await house().restart();

    expect((await outlet.api.get<Licence>(`/v1/licences/${licence.id}`)).body).toEqual(before.body);
    expect(await (await fetch(licence.terms.uri)).text()).toBe(terms);
    await jwtVerify(licence.token, createRemoteJWKSet(new URL('/.well-known/jwks.json', url)));
    await correct(admin, article, 1, { headline: 'After the restart' });
    const now = await until('version 2', () => {
      const standing = receiver.standing(article);
      return standing?.article.version === 2 && standing;
    });
    expect(now).toMatchObject({ seq: 2, article: { headline: 'After the restart' } });
  }, 60_000);
}
