/** The results as two tables in Markdown: what was measured, and what was to be reached. */
export function tableOf(sizes, { machine, start, open, key, memory, after, goals }) {
  const rows = [
    ["start", "p50", start, (r) => r.p50],
    ["", "p99", start, (r) => r.p99],
    ...sizes.flatMap((size) => [
      [`${size} stages: open + first completion`, "p50", open[size], (r) => r.p50],
      [`${size} stages: keystroke`, "p50", key[size], (r) => r.p50],
      ["", "p99", key[size], (r) => r.p99],
    ]),
    ["idle memory, MB", "", memory, (r) => r],
    ...sizes.map((size) => [`memory after typing in ${size} stages, MB`, "", after[size], (r) => r]),
  ].map(([name, which, results, pick]) => {
    const [empty, dockstage, peer] = [results.empty, results.dockstage, results.peer].map(pick);
    return [name, which, digits(empty), digits(dockstage), digits(peer), digits(dockstage / empty), digits(peer / dockstage)];
  });
  const samples = `${start.empty.samples} starts, ${sizes.map((s) => `${key[s].empty.samples}/${key[s].peer.samples}`).join(", ")} keystrokes (ours and the floor's/the peer's)`;
  return [
    `${machine.cores} × ${machine.cpu}, load ${machine.loadBefore.toFixed(1)} → ${machine.loadAfter.toFixed(1)}, Node ${machine.node}, peer ${machine.peer}; ${samples}`,
    "",
    ...markdown(["milliseconds", "", "empty", "dockstage", "peer", "dockstage / empty", "peer / dockstage"], rows),
    "",
    ...markdown(
      ["goal", "", "measured", ""],
      goals.map(({ name, bound, value, reached }) => [name, bound, digits(value), reached ? "reached" : "**not reached**"]),
    ),
  ].join("\n");
}

const digits = (value) => (value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(value < 1 ? 3 : 2));

function markdown(head, rows) {
  const line = (cells) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map((_, column) => (column < 2 ? "---" : "---:"))), ...rows.map(line)];
}
