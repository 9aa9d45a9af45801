import { isAbsolute } from "node:path";

/**
 * A reporter for Node's test runner: one line of JSON for each test. Groups (`describe`) are no tests, and neither is a whole file that
 * passed, which is what the runner reports for a file without tests.
 */
export default async function* nodeReporter(events) {
  for await (const { type, data } of events) {
    if ((type !== "test:pass" && type !== "test:fail") || data.details?.type === "suite") {
      continue;
    }
    const wholeFile = data.nesting === 0 && isAbsolute(data.name) && data.name.endsWith("js");
    const outcome = type === "test:fail" ? "failed" : data.skip !== undefined || data.todo !== undefined ? "skipped" : "passed";
    if (!(wholeFile && outcome === "passed")) {
      yield `${JSON.stringify({ name: data.name, outcome })}\n`;
    }
  }
}
