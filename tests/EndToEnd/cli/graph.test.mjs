// `dockstage graph` of the published native binary, read by the tools for which it is written: Graphviz's dot and Mermaid's own parser.
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { inRepository } from "../../../scripts/setup/repository.mjs";
import { dockstage } from "../harness/dockstage.mjs";
import { drawn } from "../harness/graphviz.mjs";
import { writeWorkspace } from "../harness/markedText.mjs";
import { readFlowchart } from "../harness/mermaid.mjs";

/** Names that mean something to Graphviz, to Mermaid, to HTML or to a terminal. */
const HOSTILE = [
  "end",
  "graph",
  "subgraph",
  "class",
  "click",
  "default",
  "o-x",
  "--> b",
  'a"b',
  "<b>bold</b>",
  "<br/>",
  "&lt;",
  "&amp;#35;",
  "#35;",
  "#quot;",
  "#",
  "%%{init: {}}%%",
  "%% comment",
  "{a}",
  "[a]",
  "(a)",
  "|a|",
  "`code`",
  "**bold**",
  "$$x^2$$",
  "a\\nb",
  "\\N \\G \\l",
  "trailing\\",
  "style a:#1",
  "classDef a:#1",
  "fa:fa-car",
  "javascript:alert(1)",
  "a;b",
  "a:b",
  "@{shape: circle}",
  "😀 日本 é",
  "Ω א ب",
  "'",
  "~/a",
  "a=b",
];

const GOLDEN = inRepository("tests", "fixtures", "golden");

/** The same for images: names that Docker accepts. */
const HOSTILE_IMAGES = ["end", "graph", "default", "fa/fa:fa-car", `my/style:v1@sha256:${"0".repeat(64)}`, "127.0.0.1:5000/a__b/c:D-e.f"];

test("hostile names of services, folders, contexts and images arrive in Graphviz and Mermaid as they are", async () => {
  const services = HOSTILE.map(
    (name, i) => `  ${JSON.stringify(name)}:\n    build: { context: ./f${i}, additional_contexts: { base: . } }`,
  );
  const files = HOSTILE.map((_, i) => `//- f${i}/Dockerfile\nFROM base AS one\nFROM alpine AS end\nCOPY --from=one /x /x`);
  const folders = HOSTILE.filter((name) => !name.includes("/")).map((name) => `//- ${name}.d/Dockerfile\nFROM alpine AS graph`);
  const images = `//- images/Dockerfile\n${HOSTILE_IMAGES.map((image) => `FROM ${image}`).join("\n")}`;
  await withWorkspace(
    [`//- compose.yaml\nservices:\n${services.join("\n")}`, ...files, ...folders, images].join("\n"),
    async ({ folder }) => {
      const graph = await graphOf(folder);
      const labels = (wanted) => graph.json.nodes.filter(({ kind }) => kind === wanted).map(({ label }) => label);
      assert.deepEqual(labels("consumer"), HOSTILE);
      assert.deepEqual(labels("image"), ["alpine", ...HOSTILE_IMAGES].sort());
      assert.equal(labels("context").length, HOSTILE.length);
      const [picture] = await readBoth([graph]);
      for (const name of HOSTILE.filter((name) => !name.includes("/"))) {
        assert.ok(picture.boxes.includes(`${name}.d/Dockerfile`), name);
      }
    },
  );
});

test("a hostile name in a file of a hostile name is written so that neither spoils the other", async () => {
  for (const [name, file] of [
    ["style", "a:#b"],
    ["a:#b", "classDef"],
    ["fa", "x:fa-car;"],
    ["<!--", "-->"],
    ["%%{", "}%%"],
  ]) {
    const marked = `//- ${file}/compose.yaml\nservices: { ${JSON.stringify(name)}: { build: . } }\n//- ${file}/Dockerfile\nFROM scratch`;
    await withWorkspace(marked, async ({ folder }) => readBoth([await graphOf(folder)]));
  }
});

test("what a terminal or XML would choke on is shown and does nothing", () =>
  withWorkspace(
    '//- compose.yaml\nservices: { "a\\eb\\x01\\u202Ec\\n\\td": { build: x } }\n//- x/Dockerfile\nFROM alpine\n',
    async ({ folder }) => {
      const graph = await graphOf(folder);
      assert.equal(graph.json.nodes[0].label, "a\u001bb\u0001\u202ec\n\td");
      const shown = "a␛b␁\ufffdc␊␉d\ncompose.yaml";
      assert.equal(drawn([graph.dot])[0].nodes.get("n0"), shown);
      assert.equal((await readFlowchart(graph.mermaid)).nodes[0].label, shown);
    },
  ));

test("the readers of this suite find fault with what is no graph", async () => {
  assert.throws(() => drawn(["digraph { a [label=<b>x] }"]));
  assert.throws(() => drawn(['digraph { a [shape="nonsense"] }']), /nonsense/);
  await assert.rejects(readFlowchart('flowchart TB\n  a["x]'));
  await assert.rejects(readFlowchart("flowchart TB\n  subgraph x\n  a"));
});

test("every Dockerfile of the golden corpus becomes a graph that Graphviz and Mermaid read, with the same nodes and arrows", async (t) => {
  const files = readdirSync(GOLDEN, { recursive: true }).filter((file) => file.endsWith("Dockerfile"));
  const graph = await graphOf(GOLDEN);
  const [picture] = await readBoth([graph]);
  // A file without a stage has no box.
  assert.ok(files.length >= 1000 && picture.boxes.length > files.length * 0.9, `${files.length} files, ${picture.boxes.length} boxes`);
  t.diagnostic(`${files.length} Dockerfiles, ${graph.json.edges.length} edges`);
});

test("each of the nasty ones does so alone, empty graphs included", async () => {
  const folders = ["nasty", "names", "file-level"].map((name) => join(GOLDEN, name));
  const files = folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((file) => file.endsWith("Dockerfile"))
      .map((file) => join(folder, file)),
  );
  const graphs = [];
  for (const file of files) {
    graphs.push(await graphOf(file));
  }
  assert.ok(graphs.length >= 100);
  assert.ok(graphs.some(({ json }) => json.nodes.length === 0));
  await readBoth(graphs);
});

test("a graph is the same each time", () =>
  withWorkspace(
    "//- b/Dockerfile\nFROM x AS y\nFROM z\n//- a/Dockerfile\nFROM z\n//- compose.yaml\nservices: { a: { build: a }, b: { build: b } }\n",
    async ({ folder }) => {
      const first = await graphOf(folder);
      for (let i = 0; i < 5; i++) {
        assert.deepEqual(await graphOf(folder), first);
      }
      assert.deepEqual(
        first.json.nodes.map(({ id }) => id),
        [
          "consumer:compose.yaml#a",
          "consumer:compose.yaml#b",
          "stage:a/Dockerfile#0",
          "stage:b/Dockerfile#0",
          "stage:b/Dockerfile#1",
          "image:x",
          "image:z",
        ],
      );
    },
  ));

/** The graph of a file or folder in every format. */
async function graphOf(path) {
  const [json, dot, mermaid] = await Promise.all(
    ["json", "dot", "mermaid"].map(async (format) => {
      const { output, errors } = await dockstage(["graph", path, "--format", format]);
      assert.ok(errors === "" || /no Dockerfile/.test(errors), `${path}: ${errors}`);
      return output;
    }),
  );
  return { path, json: JSON.parse(json), dot, mermaid };
}

/** Reads graphs with both tools, compares nodes, labels, arrows and boxes with those of the JSON, and answers Graphviz's pictures. */
async function readBoth(graphs) {
  const pictures = drawn(graphs.map(({ dot }) => dot));
  for (const [i, { path, json, mermaid }] of graphs.entries()) {
    const { nodes, edges } = json;
    const names = new Map(nodes.map(({ id }, place) => [id, `n${place}`]));
    const labels = nodes.map((node) => [names.get(node.id), node.kind === "consumer" ? `${node.label}\n${node.path}` : node.label]);
    const arrows = [...new Set(edges.map(({ from, to, kind }) => `${names.get(from)}->${names.get(to)} ${kind}`))].map(
      (arrow) => arrow.split(" ")[0],
    );
    const flowchart = await readFlowchart(mermaid);
    assert.deepEqual(flowchart.nodes.map(({ id, label }) => [id, label]).sort(), [...labels].sort(), path);
    assert.deepEqual(flowchart.edges.map(({ from, to }) => `${from}->${to}`).sort(), [...arrows].sort(), path);
    assert.deepEqual([...pictures[i].nodes].sort(), [...labels].sort(), path);
    assert.deepEqual([...pictures[i].edges].sort(), [...arrows].sort(), path);
    assert.deepEqual(pictures[i].boxes.sort(), flowchart.boxes.map(({ title }) => title).sort(), path);
    const defaults = nodes.filter((node) => node.default).map(({ id }) => names.get(id));
    const marked = flowchart.nodes.filter(({ classes }) => classes.includes("defaultTarget")).map(({ id }) => id);
    assert.deepEqual(marked.sort(), defaults.sort(), path);
  }
  return pictures;
}

/** Runs a test body with a workspace on the disk, and removes it whatever happens. */
async function withWorkspace(marked, body) {
  const workspace = writeWorkspace(marked);
  try {
    await body(workspace);
  } finally {
    workspace.remove();
  }
}
