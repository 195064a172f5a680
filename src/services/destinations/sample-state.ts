import type { WantedState } from '../../channels/channel.ts';
import type { Context } from '../../context.ts';
import { DEFAULT_TERMS } from '../../domain/terms.ts';
import { readBody } from '../../intake/index.ts';
import { namedLicence } from '../deliver/named-licence.ts';
import { render, shapeOf } from '../deliver/render.ts';
import type { Text } from '../deliver/texts.ts';
import { wantedArticle } from '../deliver/wanted-article.ts';

const HEADLINE = 'A sample, not to be published';
const BODY =
  '<p>This text only shows that the way is open: that messages arrive, that their signature is understood, and how an article looks in the format of this destination.</p>' +
  '<p>Quotation marks “like these”, a dash – and letters such as é, ß, ж and 海 should look as they do here. There may be <strong>emphasis</strong> and <a href="https://www.example.org/">a link</a>.</p>' +
  '<p>Whoever receives it answers and files nothing.</p>';
const FOOTER = 'This is a sample of a copyright notice. Nothing of this text may be published.';

/**
 * What a test sends in the place of an article: a text of our own in the destination's format, at a
 * placement that there is only now, under no licence.
 */
export function sampleState(ctx: Context, format: string): WantedState {
  const { publicUrl } = ctx.config;
  const text = sampleText(publicUrl, ctx.now());
  const id = ctx.newId();
  const named = { id, use: {}, termsSlug: 'sample', termsVersion: 1 };
  return {
    placement: ctx.newId(),
    seq: 1,
    operation: 'upsert',
    article: wantedArticle(text),
    licence: { id, token: 'sample' },
    footer: { text: FOOTER },
    content: render(text, format, {
      footer: FOOTER,
      shape: shapeOf(DEFAULT_TERMS, undefined),
      notBefore: null,
      licence: namedLicence(publicUrl, named, DEFAULT_TERMS),
    }),
    remoteRef: null,
  };
}

function sampleText(publicUrl: string, publishedAt: number): Text {
  return {
    article: SAMPLE_ARTICLE,
    version: 1,
    headline: HEADLINE,
    byline: 'By the service itself',
    dateline: null,
    summary: 'A sample that shows whether articles would arrive.',
    language: 'en',
    canonicalUrl: publicUrl,
    publishedAt,
    correctionNote: null,
    images: [],
    body: readBody(BODY),
    publication: { slug: 'sample', name: 'A sample', url: publicUrl, timeZone: 'UTC' },
    copyrightHolder: 'Nobody',
    copyrightSince: new Date(publishedAt).getUTCFullYear(),
    latest: null,
  };
}

/** No article has it: a UUIDv7 of the first instant. */
const SAMPLE_ARTICLE = '00000000-0000-7000-8000-000000000001';
