import type { Context } from '../../context.ts';
import { listWordings, type WordingRow } from '../../db/wordings.ts';
import { DEFAULT_FOOTER_TEMPLATE, fillFooter } from '../../domain/footer.ts';
import { latestHeadings, ownHeadings } from '../../domain/latest-heading.ts';
import type { House } from '../../intake/index.ts';

/** Every text that comes in is held against all of these, so that there has to be an end to them. */
const MOST = { wordings: 200, footers: 500 } as const;

/** What a publication knows of its own lines: all that it called itself and wrote under texts. */
export async function readHouse({ db }: Pick<Context, 'db'>, publication: string): Promise<House> {
  const wordings = await listWordings(db, publication, { limit: MOST.wordings });
  const names = distinct(wordings.map(({ name }) => name));
  return {
    names: distinct(wordings.flatMap((wording) => [wording.name, wording.copyright_holder])),
    footers: distinct(wordings.flatMap(footersOf)).slice(0, MOST.footers),
    latestHeadings: distinct([
      ...wordings.flatMap(({ latest_heading, name }) => ownHeadings(latest_heading, name)),
      ...names.flatMap(latestHeadings),
    ]),
  };
}

/** Names are filled in, so that a template with few words of its own is recognised too. */
function footersOf({ name, copyright_holder, footer_template }: WordingRow): string[] {
  const own =
    typeof footer_template === 'string' ? [footer_template] : Object.values(footer_template ?? {});
  const facts = { publication: name, holder: copyright_holder };
  return [...own, DEFAULT_FOOTER_TEMPLATE].map((template) => fillFooter(template, facts));
}

function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}
