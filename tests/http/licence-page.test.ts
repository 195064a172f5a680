import { addOutlet, askForLicence, publish } from '../support/seed.ts';
import { type ServedApp, serveApp } from '../support/served-app.ts';

let app: ServedApp;
beforeAll(async () => {
  app = await serveApp();
});
afterAll(() => app.close());

const pageOf = async (story: object) => {
  const outlet = await addOutlet(app.admin, app.url);
  const { id } = await askForLicence(outlet.api, await publish(app.admin, story));
  return (await fetch(`${app.url}/licences/${id}`)).text();
};
const days = (count: number) => new Date(Date.now() + count * 86_400_000).toISOString();

test('the page of a licence names the story and where it first stood', async () => {
  const page = await pageOf({});
  expect(page).toContain('The pilot boat goes electric');
  expect(page).toContain('https://harbour-letter.example/pilot-boat');
});

test('before the embargo lifts the page tells the story neither by headline, footer nor URL', async () => {
  const page = await pageOf({ embargoUntil: days(2) });
  expect(page).toContain('Under embargo');
  expect(page).not.toMatch(/pilot.boat/i);
});
