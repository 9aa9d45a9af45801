/**
 * What a suite came to.
 * @typedef {{ passed: number, failed: number, skipped?: number, output: string }} Outcome `output` is shown when something failed
 */

/** A suite that could not run, or ran nothing, has failed: nothing was shown to work. */
export function notRun(reason) {
  return { passed: 0, failed: 1, output: reason };
}

/** The outcome as counted, or a failure when nothing was counted at all. */
export function counted({ passed, failed, skipped = 0, output, ended = null }) {
  if (passed + failed === 0) {
    return notRun(`It ran no test.\n${output}`);
  }
  // A runner that ends badly though each test passed (a crash after the last one) has not passed.
  const broken = ended !== null && failed === 0;
  return { passed, failed: failed + (broken ? 1 : 0), skipped, output: broken ? `${output}\n${ended}` : output };
}
