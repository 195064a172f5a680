/** A receiver that answers within this needs no second connection; a slower one gets company. */
const COMPANY_MS = 200;
const MOST_AT_ONCE = 5;

/**
 * Runs items one after another, and up to five at once while none of them ends. So a quick receiver
 * is served over one connection, and with a slow one each item does not wait for all before it.
 *
 * @param forMs items that have not begun after this are given back, whatever still runs
 * @throws what the first failed item threw, once all have ended
 */
export async function paced<Item>(
  items: readonly Item[],
  run: (item: Item) => Promise<unknown>,
  { forMs, giveBack }: { forMs: number; giveBack: (rest: readonly Item[]) => Promise<unknown> },
): Promise<void> {
  const waiting = [...items];
  const failures: unknown[] = [];
  let ended = 0;
  let endedBefore = 0;

  async function lane(): Promise<void> {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) {
      await run(item).catch((error) => failures.push(error));
      ended += 1;
    }
  }
  const lanes: Promise<unknown>[] = [lane()];
  const company = setInterval(() => {
    const isStuck = ended === endedBefore && waiting.length > 0;
    if (isStuck && lanes.length < MOST_AT_ONCE) lanes.push(lane());
    endedBefore = ended;
  }, COMPANY_MS);
  const end = setTimeout(() => {
    if (waiting.length === 0) return;
    lanes.push(giveBack(waiting.splice(0)).catch((error) => failures.push(error)));
  }, forMs);

  // Those that are added while the first are waited for are waited for too.
  for (const each of lanes) await each;
  clearInterval(company);
  clearTimeout(end);
  if (failures.length > 0) throw failures[0];
}
