import { listing } from './listing.ts';
import { aboutUse, type Reason } from './reason.ts';
import type { RequestFacts } from './request-facts.ts';

/**
 * Reasons for which no policy and no person may let this outlet have this article. The rights of a
 * feed's articles are looked at when each goes out.
 */
export function rightsForbid({ article, outlet }: RequestFacts): Reason[] {
  const reasons: Reason[] = [];
  if (outlet.suspended) {
    const message =
      'Your outlet is suspended: nothing new is licensed to it until it is reinstated.';
    reasons.push({ code: 'outlet-suspended', message });
  }
  if (!article) return reasons;
  if (article.state === 'killed') {
    reasons.push({ code: 'article-killed', message: 'This article was killed; remove any copy.' });
  }
  if (article.rights.reprint === 'none') {
    reasons.push(noted(article.rights.note, 'not-for-reprint', 'This article is not for reprint.'));
  }
  if (article.rights.excludeOutlets.includes(outlet.id)) {
    const message = 'This article is not offered to your outlet.';
    reasons.push(noted(article.rights.note, 'outlet-excluded', message));
  }
  return reasons;
}

/** The asked territories that the article's own rights leave out. The world asks for none by name. */
export function rightsExclude({ article, use }: RequestFacts): Reason[] {
  const excluded = article?.rights.excludeTerritories ?? [];
  const asked = use.territories.filter((territory) => excluded.includes(territory));
  if (asked.length === 0) return [];
  const message = `This article may not be offered in ${listing(asked)}; ask without, or for world.`;
  return [aboutUse('territories', 'territory-excluded', message)];
}

/** Why the article's own rights want a person to decide. */
export function rightsRefer({ article }: RequestFacts): Reason[] {
  if (article?.rights.reprint !== 'refer') return [];
  const message = 'Each reprint of this article is decided by a person.';
  return [noted(article.rights.note, 'article-referred', message)];
}

function noted(note: string | null, code: string, message: string): Reason {
  return { code, message: note === null ? message : `${message} ${note}` };
}
