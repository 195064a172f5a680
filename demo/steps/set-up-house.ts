import { type Api, apiOf } from '../api.ts';
import { POLICY, PUBLICATION, TERMS } from '../house.ts';
import { fact, heading, say } from '../print.ts';

/**
 * The admin sets up a publication with its terms and policy, and gives an editor a key.
 *
 * @returns the editor's API
 */
export async function setUpHouse(admin: Api, url: string): Promise<Api> {
  heading('The house is set up');
  const { slug, ...publication } = PUBLICATION;
  await admin.send('PUT', `/v1/publications/${slug}`, publication);
  await admin.send('PUT', `/v1/terms/${TERMS.slug}`, TERMS.body);
  await admin.send('PUT', `/v1/publications/${slug}/policy`, POLICY);
  fact('publication', `${publication.name}, since ${publication.copyrightSince}`);
  fact('footer', publication.footerTemplate);
  fact('terms', `${TERMS.slug}: ${TERMS.body.media.join(' and ')}, at most 180 days, light edits`);
  say('The policy, rule by rule:');
  for (const rule of POLICY.rules) fact(rule.effect, rule.reason);

  const key = { name: 'Night desk', role: 'editor', publications: [slug] };
  const made = await admin.send<{ key: string }>('POST', '/v1/keys', key);
  return apiOf(url, made.key);
}
