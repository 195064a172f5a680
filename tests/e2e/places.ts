import { createRemoteJWKSet, jwtVerify } from 'jose';
import type { House } from '../support/house.ts';
import {
  addOutlet,
  askForLicence,
  correct,
  FOOTER,
  type Licence,
  type Outlet,
  type Page,
  type Placement,
  PUBLICATION,
  publish,
} from '../support/seed.ts';
import { until } from '../support/until.ts';

interface Verdict {
  valid: boolean;
  code: string;
  successor?: string;
}

const footerOf = ({ id, verifyUrl }: Licence) =>
  FOOTER.replace('{years}', '2011-2026')
    .replace('{holder}', 'Harbour Letter Cooperative')
    .replace('{publication}', 'The Harbour Letter')
    .replace('{licenceId}', id)
    .replace('{verifyUrl}', verifyUrl);
const times = (text: string, part: string) => text.split(part).length - 1;

/** One story from its licence to its kill; each sentence goes on where the one before ended. */
export function places(house: () => House): void {
  let outlet: Outlet & { destination: string };
  let article: string;
  let licence: Licence;
  beforeAll(async () => {
    const { admin, url, receiver } = house();
    outlet = await addOutlet(admin, url, { receiver });
    article = await publish(admin);
    licence = await askForLicence(outlet.api, article);
  });

  const verify = async (token: string) =>
    (await house().admin.post<Verdict>('/v1/verify', { token })).body;
  const successorOf = (id: string) =>
    until('a successor', async () => {
      const { body } = await outlet.api.get<Licence>(`/v1/licences/${id}`);
      if (!body.successor) return undefined;
      return outlet.api.get<Licence>(`/v1/licences/${body.successor}`);
    });
  const placed = (version: number) =>
    until(`version ${version} stands at the outlet`, () => {
      const standing = house().receiver.standing(article);
      return standing?.operation === 'upsert' && standing.article.version === version && standing;
    });

  test('the token is verified by a library that we did not write, over the JWKS', async () => {
    const keys = createRemoteJWKSet(new URL('/.well-known/jwks.json', house().url));
    const { payload, protectedHeader } = await jwtVerify(licence.token, keys, {
      issuer: house().url,
      audience: 'https://courier.example',
      typ: 'reprint-licence+jwt',
      algorithms: ['ES256'],
    });
    expect(protectedHeader.kid).toBeDefined();
    expect(payload).toMatchObject({
      jti: `urn:uuid:${licence.id}`,
      sub: outlet.id,
      article: { id: article, version: 1 },
      footer: { text: footerOf(licence) },
    });
    expect(await verify(licence.token)).toMatchObject({ valid: true, code: 'valid' });
  });

  test('the text stands at the outlet, with its footer once and after the body', async () => {
    const { content, footer, licence: under } = await placed(1);
    expect(under.id).toBe(licence.id);
    expect(footer.text).toBe(footerOf(licence));
    const text = content?.text ?? '';
    expect(text).toMatch(/^<h1[ >]/);
    expect(times(text, licence.verifyUrl)).toBeGreaterThanOrEqual(1);
    expect(times(text, '© 2011-2026')).toBe(1);
    expect(text.indexOf('© 2011-2026')).toBeGreaterThan(text.indexOf('Two more follow.'));
  });

  test.each(['html', 'text', 'json'])('the outlet takes the text itself as %s', async (format) => {
    const path = `/v1/licences/${licence.id}/article?format=${format}`;
    const { text, headers } = await outlet.api.get(path);
    const types = { html: 'text/html', text: 'text/plain', json: 'application/json' };
    expect(headers.get('content-type')).toContain(types[format as keyof typeof types]);
    expect(times(text, '© 2011-2026 Harbour Letter Cooperative')).toBe(1);
    expect(text).toContain('Two more follow.');
  });

  test('a correction replaces the text under a successor', async () => {
    await correct(house().admin, article, 1, { body: { text: 'The second boat left at noon.' } });
    const { body: successor } = await successorOf(licence.id);
    expect(successor).toMatchObject({ state: 'active', prev: licence.id, articleVersion: 2 });
    expect(successor.series).toBe(licence.series);
    const { content, licence: under } = await placed(2);
    expect(under.id).toBe(successor.id);
    expect(content?.text).toContain('The second boat left at noon.');
    expect(content?.text).not.toContain('dawn');
    expect(times(content?.text ?? '', '© 2011-2026')).toBe(1);
    expect(await verify(licence.token)).toMatchObject({
      valid: false,
      code: 'superseded',
      successor: successor.id,
    });
    licence = successor;
  });

  test('a footer that the story already ends with does not come twice', async () => {
    const text = `The third boat waits.\n\n${footerOf(licence)}`;
    await correct(house().admin, article, 2, { body: { text } });
    const { content } = await placed(3);
    expect(times(content?.text ?? '', '© 2011-2026')).toBe(1);
    licence = (await successorOf(licence.id)).body;
  });

  test('a kill takes it back, for good', async () => {
    const { admin, receiver } = house();
    await admin.post(`/v1/articles/${article}/kill`, { reason: 'The boat sank.' });
    expect(await verify(licence.token)).toMatchObject({ valid: false, code: 'article-killed' });
    const gone = await until('the withdrawal', () => {
      const standing = receiver.standing(article);
      return standing?.operation === 'withdraw' && standing;
    });
    expect(gone).toMatchObject({ type: 'placement.withdraw', reason: 'killed' });
    expect(gone).not.toHaveProperty('content');
    const taken = await outlet.api.ask('GET', `/v1/licences/${licence.id}/article`);
    expect(taken).toMatchObject({ status: 410, body: { code: 'article-removed' } });
    const headers = { 'if-match': '"3"' };
    const { body } = await admin.get<object>(`/v1/articles/${article}`);
    expect(body).toMatchObject({ state: 'killed', publication: PUBLICATION });
    await admin.post(`/v1/articles/${article}/kill`, { reason: 'Again.' }, { status: 200 });
    expect((await admin.ask('PUT', `/v1/articles/${article}`, { body: {}, headers })).status).toBe(
      422,
    );
  });

  test('each state came once in effect, each newer than the last', async () => {
    const seqs = house()
      .receiver.applied(article)
      .map(({ seq, operation }) => [seq, operation]);
    expect(seqs).toEqual([
      [1, 'upsert'],
      [2, 'upsert'],
      [3, 'upsert'],
      [4, 'withdraw'],
    ]);
    const path = `/v1/placements?article=${article}&destination=${outlet.destination}`;
    const items = await until('the service knows', async () => {
      const { body } = await outlet.api.get<Page<Placement>>(path);
      return body.items[0]?.state === 'placed' && body.items;
    });
    expect(items).toMatchObject([
      { state: 'placed', seq: 4, placed: { seq: 4, operation: 'withdraw' } },
    ]);
  });

  test('the text that it read itself stays unconfirmed until its people have spoken', async () => {
    const own = '/v1/placements?confirmed=false&state=unconfirmed';
    const items = await until('its people are told', async () => {
      const { body } = await outlet.api.get<Page<Placement>>(`${own}&article=${article}`);
      return body.items.length > 0 && body.items;
    });
    expect(items).toMatchObject([{ article, placed: { operation: 'withdraw' } }]);
    const { body } = await outlet.api.get<Page<{ kind: string }>>('/v1/notices');
    expect(body.items.map(({ kind }) => kind)).toContain('copy-to-remove');
  });

  test('the record tells all of it', async () => {
    const of = async (id: string) => {
      const { body } = await house().admin.get<Page<{ type: string; requestId: string }>>(
        `/v1/events?subject=${id}`,
      );
      return body.items.reverse().map(({ type }) => type);
    };
    expect(await of(article)).toEqual([
      'article.created',
      'article.corrected',
      'article.corrected',
      'article.killed',
    ]);
    expect(await of(licence.series)).toEqual(['licence.issued', 'licence.superseded']);
    await until('the revocation is recorded', async () =>
      (await of(licence.id)).includes('licence.revoked'),
    );
  });
}
