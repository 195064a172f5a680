import type { Reportable } from '../../db/placements/reportable.ts';
import { DomainError, invalid } from '../../domain/errors.ts';

/** What an outlet says it has: which placement, and where. */
export interface Named {
  placement: string | undefined;
  url: string;
}

/**
 * The placement that an outlet's word is about: the one that it names; else the one whose copy runs
 * at that address; else the only one that it was sent; else the text that it took itself.
 *
 * @param sent all that it has of the article
 * @throws DomainError `nothing-sent`; `invalid-request` where the placement is another article's, or
 *   has to be named
 */
export function reportedPlacement(sent: readonly Reportable[], named: Named): Reportable {
  if (sent.length === 0) {
    throw new DomainError('nothing-sent', 'Nothing of this article was ever sent to you.');
  }
  if (named.placement !== undefined) return ownPlacement(sent, named.placement);
  const there = sent.find(({ remoteRef }) => remoteRef === named.url);
  if (there) return there;
  const pushed = sent.filter(({ channel }) => channel !== 'pull');
  const [only, ...more] = pushed.length > 0 ? pushed : sent;
  if (only && more.length === 0) return only;
  throw invalid([ambiguous(pushed)]);
}

function ownPlacement(sent: readonly Reportable[], id: string): Reportable {
  const found = sent.find((one) => one.id === id);
  if (found) return found;
  throw invalid([
    {
      pointer: '#/placement',
      code: 'other-article',
      detail:
        'This is no placement of the article that you were sent. Leave it out, or name yours.',
    },
  ]);
}

function ambiguous(pushed: readonly Reportable[]) {
  const ids = pushed.map(({ id }) => id).join(', ');
  return {
    pointer: '#/placement',
    code: 'required',
    detail: `The article goes to several of your destinations. Say which placement this is: ${ids}.`,
  };
}

/** The version that the word is about, and the number under which it was sent last. */
export function reportedVersion(
  { sent, id }: Reportable,
  version: number | undefined,
): { version: number; seq: number } {
  const [newest] = sent;
  if (!newest) throw new Error(`placement ${id} is marked as sent and no version was`);
  const found = version === undefined ? newest : sent.find((one) => one.version === version);
  if (found) return found;
  const versions = sent.map((one) => one.version).join(', ');
  throw invalid([
    {
      pointer: '#/version',
      code: 'never-sent',
      detail: `Version ${version} was never sent to you; sent was: ${versions}.`,
    },
  ]);
}
