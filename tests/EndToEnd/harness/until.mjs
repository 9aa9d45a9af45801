import { setTimeout as pause } from "node:timers/promises";

const POLL_MILLISECONDS = 50;

/**
 * Asks again and again until the answer is neither null, undefined nor false, and answers it. When that takes too long it throws, naming
 * what was awaited and the last answer of `state`, when given.
 * @template T
 * @param {string} what the end of the sentence "waited in vain for …"
 * @param {() => T | Promise<T>} question
 * @param {{ seconds?: number, state?: () => unknown }} [options]
 * @returns {Promise<NonNullable<T>>}
 */
export async function until(what, question, { seconds = 30, state } = {}) {
  const deadline = performance.now() + seconds * 1000;
  for (;;) {
    const answer = await question();
    if (answer !== null && answer !== undefined && answer !== false) {
      return answer;
    }
    if (performance.now() > deadline) {
      const last = state ? `; last seen: ${JSON.stringify(await state())}` : "";
      throw new Error(`Waited ${seconds} s in vain for ${what}${last}`);
    }
    await pause(POLL_MILLISECONDS);
  }
}

/** Whether something comes true within three seconds. */
export const happens = (isTrue) =>
  until("it", isTrue, { seconds: 3 }).then(
    () => true,
    () => false,
  );
