import { test as nodeTest } from "node:test";
import { Editor } from "./Editor.mjs";

/** node:test's `test` for a test in an editor: what it throws also tells what each open editor showed then. */
export function test(name, body) {
  return nodeTest(name, async (context) => {
    try {
      await body(context);
    } catch (cause) {
      const shown = await Promise.all([...Editor.opened].map((editor) => editor.evidence(name)));
      throw shown.length === 0 ? cause : new Error(shown.join("\n"), { cause });
    }
  });
}
