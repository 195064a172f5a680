import { z } from 'zod';
import { DomainError } from '../../domain/errors.ts';
import { element, page } from '../page.ts';
import { isErrorCode, PROBLEMS } from '../problems.ts';
import { defineRoute, type Route, raw } from '../route.ts';

const HTML = 'text/html';
const JSON_TYPE = 'application/json';

const explain = defineRoute({
  method: 'get',
  path: '/problems/{code}',
  tag: 'Operation',
  summary: 'What a problem means and what to do about it',
  access: 'public',
  params: z.object({ code: z.string() }),
  reply: raw(HTML, JSON_TYPE),
  problems: ['problem-not-found'],
  handle({ params: { code }, request }) {
    if (!isErrorCode(code)) {
      throw new DomainError('problem-not-found', 'No problem has this code.');
    }
    const mediaType = request.accepts(HTML, JSON_TYPE) === JSON_TYPE ? JSON_TYPE : HTML;
    const body = mediaType === HTML ? pageOf(code) : JSON.stringify({ code, ...PROBLEMS[code] });
    return {
      body,
      mediaType,
      headers: { 'Cache-Control': 'public, max-age=3600', Vary: 'Accept' },
    };
  },
});

function pageOf(code: keyof typeof PROBLEMS): string {
  const { title, status, explanation } = PROBLEMS[code];
  return page(
    title,
    element('p', {}, explanation),
    element(
      'dl',
      {},
      element('dt', {}, 'Code'),
      element('dd', {}, element('code', {}, code)),
      element('dt', {}, 'HTTP status'),
      element('dd', {}, String(status)),
    ),
  );
}

export const problemRoutes: readonly Route[] = [explain];
