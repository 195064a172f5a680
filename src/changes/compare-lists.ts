/** What only the new list has, and what only the old one had, each in its order. */
export interface ListChange<Item> {
  in: Item[];
  out: Item[];
}

/** Items are the same when all they say is. */
export function compareLists<Item>(
  before: readonly Item[],
  after: readonly Item[],
): ListChange<Item> {
  return { in: missingFrom(before, after), out: missingFrom(after, before) };
}

function missingFrom<Item>(list: readonly Item[], items: readonly Item[]): Item[] {
  const known = new Set(list.map((item) => JSON.stringify(item)));
  return items.filter((item) => !known.has(JSON.stringify(item)));
}
