import { decodeJwt } from 'jose';
import { readCode } from '../../support/read-code.ts';
import { readPdf } from '../../support/read-pdf.ts';
import {
  addOutlet,
  askForLicence,
  type Licence,
  type Outlet,
  publish,
  STORY,
} from '../../support/seed.ts';
import { type ServedApp, serveApp } from '../../support/served-app.ts';

interface Rights {
  odrl: { uid: string; permission: object[] };
  ninjs: { langId: string; encodedRights: string };
  schemaOrg: { license: string; usageInfo: string; expires?: string };
}

let app: ServedApp;
let outlet: Outlet;
let licence: Licence;
beforeAll(async () => {
  app = await serveApp();
  outlet = await addOutlet(app.admin, app.url);
  licence = await askForLicence(outlet.api, await publish(app.admin));
});
afterAll(() => app.close());

test('an outlet prints the certificate of its licence', async () => {
  const { headers, bytes } = await outlet.api.get(`/v1/licences/${licence.id}/certificate`);
  expect(headers.get('content-type')).toBe('application/pdf');
  expect(headers.get('content-disposition')).toBe(`inline; filename="licence-${licence.id}.pdf"`);
  const pdf = await readPdf(bytes);
  expect(pdf.text).toContain(licence.id);
  expect(pdf.text).toContain(STORY.headline);
  expect(pdf.text).toContain('Harbour Letter Cooperative');
  expect(await readCode((await pdf.picture()).png)).toBe(licence.verifyUrl);
});

test('its rights are told to machines in three vocabularies, all from the token', async () => {
  const { body } = await outlet.api.get<Rights>(`/v1/licences/${licence.id}/rights`);
  const { odrl } = decodeJwt<{ odrl: Rights['odrl'] }>(licence.token);
  expect(body.odrl).toEqual(odrl);
  expect(JSON.parse(body.ninjs.encodedRights)).toEqual(odrl);
  expect(body.schemaOrg).toEqual({
    license: licence.verifyUrl,
    usageInfo: licence.terms.uri,
    expires: licence.until,
  });
});

test.each(['certificate', 'rights'])(
  'another outlet finds no %s of a licence that is not its own',
  async (paper) => {
    const other = await addOutlet(app.admin, app.url);
    const answer = await other.api.ask<{ code: string }>(
      'GET',
      `/v1/licences/${licence.id}/${paper}`,
    );
    expect([answer.status, answer.body.code]).toEqual([404, 'licence-not-found']);
  },
);
