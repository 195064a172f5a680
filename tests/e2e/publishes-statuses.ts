import { getListFromStatusListJWT } from '@sd-jwt/jwt-status-list';
import { createRemoteJWKSet, decodeJwt, jwtVerify } from 'jose';
import type { House } from '../support/house.ts';
import { addOutlet, askForLicence, correct, type Licence, publish } from '../support/seed.ts';
import { until } from '../support/until.ts';

/** As the issue demands of a change until it stands at the list's address. */
const WITHIN_MS = 5_000;

export function publishesStatuses(house: () => House): void {
  /** The list as a stranger reads it: by the address in the token and the published keys. */
  async function statusOf({ token }: Licence): Promise<number> {
    type Claims = { status: { status_list: { idx: number; uri: string } } };
    const { idx, uri } = decodeJwt<Claims>(token).status.status_list;
    const list = await (await fetch(uri)).text();
    const jwks = createRemoteJWKSet(new URL('/.well-known/jwks.json', house().url));
    await jwtVerify(list, jwks, { typ: 'statuslist+jwt', subject: uri });
    return getListFromStatusListJWT(list).getStatus(idx);
  }
  const standsAs = (licence: Licence, status: number) =>
    until(`${status} is published`, async () => (await statusOf(licence)) === status, WITHIN_MS);

  test('a licence is valid, then superseded by a correction, its successor valid, then revoked', async () => {
    const { admin, url } = house();
    const outlet = await addOutlet(admin, url);
    const article = await publish(admin);
    const first = await askForLicence(outlet.api, article);
    expect(await statusOf(first)).toBe(0);
    await correct(admin, article, 1, { headline: 'The pilot boat goes by battery' });
    const read = async (id: string) => (await outlet.api.get<Licence>(`/v1/licences/${id}`)).body;
    const successor = await until(
      'it has a successor',
      async () => (await read(first.id)).successor,
    );
    await standsAs(first, 3);
    const second = await read(successor);
    expect(await statusOf(second)).toBe(0);
    await admin.post(`/v1/licences/${second.id}/revoke`, { reason: 'The fee was not paid.' });
    await standsAs(second, 1);
  });

  test('an outlet that is suspended and reinstated takes its licences with it', async () => {
    const { admin, url } = house();
    const outlet = await addOutlet(admin, url);
    const licence = await askForLicence(outlet.api, await publish(admin));
    await admin.post(`/v1/outlets/${outlet.id}/suspend`, { reason: 'Footers are missing.' });
    await standsAs(licence, 2);
    await admin.post(`/v1/outlets/${outlet.id}/reinstate`, { reason: 'They are back.' });
    await standsAs(licence, 0);
  });
}
