import type { Context } from '../context.ts';
import { transact } from '../db/database.ts';
import * as events from '../db/events.ts';
import * as publications from '../db/publications.ts';
import { keepWording } from '../db/wordings.ts';
import { type FieldError, invalid } from '../domain/errors.ts';
import { unknownPlaceholders } from '../domain/footer.ts';
import { type LatestBlock, unknownInHeading } from '../domain/latest-heading.ts';
import { permitPublication } from './permit.ts';

export interface SavePublication {
  slug: string;
  name: string;
  url: string;
  copyrightHolder: string;
  copyrightSince: number;
  language: string;
  timeZone: string;
  footerTemplate: string | Record<string, string> | null;
  latestBlock: LatestBlock | null;
  contact: string;
}

/**
 * Creates a publication or replaces what is known of it.
 *
 * @returns the publication, and whether it is new
 * @throws DomainError `invalid-request` for a footer or a heading with an unknown placeholder, `not-permitted`
 */
export async function savePublication(ctx: Context, input: SavePublication) {
  permitPublication(ctx.caller, input.slug);
  const faults = [...footerFaults(input.footerTemplate), ...headingFaults(input.latestBlock)];
  if (faults.length > 0) throw invalid(faults);

  return transact(ctx.db, async (tx) => {
    const before = await publications.lockBySlug(tx, input.slug);
    const after = rowOf(before?.id ?? ctx.newId(), input);
    await publications.save(tx, after, ctx.now());
    await keepWording(tx, after.id, ctx.now());
    await events.record(tx, ctx, {
      type: before ? 'publication.changed' : 'publication.created',
      subject: { kind: 'publication', id: after.id },
      before: before && rowOf(before.id, publicationOf(before)),
      after,
    });
    return { publication: publicationOf(after), created: !before };
  });
}

function rowOf(id: string, input: SavePublication): publications.Publication {
  return {
    id,
    slug: input.slug,
    name: input.name,
    url: input.url,
    copyright_holder: input.copyrightHolder,
    copyright_since: input.copyrightSince,
    language: input.language,
    time_zone: input.timeZone,
    footer_template: input.footerTemplate,
    latest_block: input.latestBlock,
    contact: input.contact,
  };
}

/** A publication as it is answered, from its row. */
export function publicationOf(row: publications.Publication): SavePublication {
  return {
    slug: row.slug,
    name: row.name,
    url: row.url,
    copyrightHolder: row.copyright_holder,
    copyrightSince: row.copyright_since,
    language: row.language,
    timeZone: row.time_zone,
    footerTemplate: row.footer_template,
    latestBlock: row.latest_block,
    contact: row.contact,
  };
}

/** What is wrong with a footer that was sent; see `unknownPlaceholders`. */
export function footerFaults(template: SavePublication['footerTemplate']): FieldError[] {
  if (template === null) return [];
  if (typeof template === 'string') return faultsOf(template, '#/footerTemplate');
  return Object.entries(template).flatMap(([language, text]) =>
    faultsOf(text, `#/footerTemplate/${language}`),
  );
}

function faultsOf(template: string, pointer: string): FieldError[] {
  return unknownPlaceholders(template).map((name) => ({
    pointer,
    code: 'unknown-placeholder',
    detail: `${name} is not a placeholder. Use {years}, {publication}, {holder}, {headline}, {canonicalUrl}, {licenceId} or {verifyUrl}.`,
  }));
}

function headingFaults(block: LatestBlock | null): FieldError[] {
  const pointer = '#/latestBlock/heading';
  const heading = block?.heading ?? null;
  if (heading === null) return [];
  if (typeof heading === 'string') return faultsOfHeading(heading, pointer);
  return Object.entries(heading).flatMap(([language, text]) =>
    faultsOfHeading(text, `${pointer}/${language}`),
  );
}

function faultsOfHeading(heading: string, pointer: string): FieldError[] {
  return unknownInHeading(heading).map((name) => ({
    pointer,
    code: 'unknown-placeholder',
    detail: `${name} is not a placeholder. The heading knows {publication} alone.`,
  }));
}
