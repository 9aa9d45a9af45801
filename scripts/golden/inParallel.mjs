import { availableParallelism } from "node:os";

/** Does some work for every item, a few at a time. */
export async function inParallel(items, work) {
  const waiting = items.entries();
  const worker = async () => {
    for (const [index, item] of waiting) {
      await work(item, index);
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() + 1 }, worker));
}
