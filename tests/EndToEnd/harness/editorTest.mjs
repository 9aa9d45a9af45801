import { test as nodeTest } from "node:test";
import { Editor } from "./Editor.mjs";

/** node:test's `test` for a test in an editor: what it throws also tells what each open editor showed then. */
export function test(name, body) {
  return nodeTest(name, async (context) => {
    try {
      await body(context);
    } catch (error) {
      const shown = await Promise.all([...Editor.opened].map((editor) => editor.evidence(name)));
      if (error instanceof Error) error.message = [error.message, ...shown].join("\n");
      // The stack holds the message as it was.
      if (error instanceof Error) error.stack = `${error.message}\n${error.stack}`;
      throw error;
    }
  });
}
