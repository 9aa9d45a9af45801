const TICK_MILLISECONDS = 1_000;
const REMINDER_SECONDS = 30;

/**
 * Does one piece of the set-up and shows a line for it with the time that passed: on a terminal the line counts the seconds,
 * elsewhere a long step says every half minute that it is still going on. `work` may answer a word about the outcome
 * (`"already there"`), or an object with that word as `note`, the step's own answer as `value`, and `failed` when it went wrong
 * without throwing.
 */
export async function step(title, work) {
  const started = performance.now();
  const seconds = () => ((performance.now() - started) / 1000).toFixed(1);
  const live = process.stdout.isTTY;
  if (live) {
    process.stdout.write(`… ${title}`);
  }
  let reminded = 0;
  const timer = setInterval(() => {
    const passed = Math.floor((performance.now() - started) / 1000);
    if (live) {
      process.stdout.write(`\r… ${title} ${passed} s`);
    } else if (passed - reminded >= REMINDER_SECONDS) {
      reminded = passed;
      console.log(`… ${title} ${passed} s`);
    }
  }, TICK_MILLISECONDS);
  const end = (mark, note) => {
    clearInterval(timer);
    console.log(`${live ? "\r\x1b[K" : ""}${mark} ${title} ${seconds()} s${note ? ` (${note})` : ""}`);
  };
  try {
    const outcome = await work();
    const note = typeof outcome === "string" ? outcome : outcome?.note;
    end(outcome?.failed ? "✗" : "✓", note);
    return outcome?.value;
  } catch (error) {
    end("✗");
    throw error;
  }
}
