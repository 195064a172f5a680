/** Items of batches one after the other, with a look at the next one. */
export interface Peekable<Item> {
  readonly head: Item | undefined;
  advance(): Promise<void>;
}

export async function peekable<Item>(
  batches: AsyncIterable<readonly Item[]>,
): Promise<Peekable<Item>> {
  const iterator = batches[Symbol.asyncIterator]();
  let batch: readonly Item[] = [];
  let next = 0;
  const fill = async () => {
    for (; next >= batch.length; next = 0) {
      const { done, value } = await iterator.next();
      if (done) return;
      batch = value;
    }
  };
  await fill();
  return {
    get head() {
      return batch[next];
    },
    async advance() {
      next++;
      if (next >= batch.length) await fill();
    },
  };
}
