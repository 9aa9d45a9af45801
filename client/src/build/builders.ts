/** A buildx builder: where builds run. */
export interface Builder {
  readonly name: string;
  /** `docker`, `docker-container`, `kubernetes`, `remote`, `cloud`. */
  readonly driver: string;
  /** Whether it is the one that buildx has selected. */
  readonly isCurrent: boolean;
  /** What its nodes say: `running`, `inactive`, … */
  readonly status: string;
}

/** The command that lists builders, for a buildx that knows `--format` (since 0.13) and for one that does not. */
export const listBuilders = {
  json: ["docker", "buildx", "ls", "--format", "{{json .}}"],
  text: ["docker", "buildx", "ls"],
} as const;

/** The builders in what `docker buildx ls` prints, in either form, each once. */
export function readBuilders(output: string): Builder[] {
  const lines = output.split(/\r?\n/).filter((line) => line.trim() !== "");
  const found = lines.every((line) => line.startsWith("{")) ? lines.flatMap(fromJson) : fromTable(lines);
  return found.filter((builder, at) => found.findIndex((other) => other.name === builder.name) === at);
}

function fromJson(line: string): Builder[] {
  let value: { Name?: unknown; Driver?: unknown; Current?: unknown; Nodes?: unknown };
  try {
    value = JSON.parse(line);
  } catch {
    return [];
  }
  if (typeof value.Name !== "string" || value.Name === "") return [];
  const nodes = Array.isArray(value.Nodes) ? (value.Nodes as { Status?: unknown }[]) : [];
  return [
    {
      name: value.Name,
      driver: typeof value.Driver === "string" ? value.Driver : "",
      isCurrent: value.Current === true,
      status: [...new Set(nodes.map((node) => node?.Status).filter((status) => typeof status === "string" && status !== ""))].join(", "),
    },
  ];
}

/** A builder's line begins at the margin, those of its nodes with blanks (or `\_`). */
function fromTable(lines: readonly string[]): Builder[] {
  const builders: Builder[] = [];
  for (const line of lines) {
    const [name = "", driver = ""] = line.trim().split(/\s+/);
    if (/^NAME(\/NODE)?$/.test(name)) continue;
    if (/^\s/.test(line)) {
      const last = builders.at(-1);
      const status = /\s(running|inactive|stopped|stopping|error)\b/.exec(line)?.[1];
      if (last && status && last.status === "") builders[builders.length - 1] = { ...last, status };
      continue;
    }
    const isCurrent = name.endsWith("*") || driver === "*";
    builders.push({
      name: name.replace(/\*$/, ""),
      driver: driver === "*" ? (line.trim().split(/\s+/)[2] ?? "") : driver,
      isCurrent,
      status: "",
    });
  }
  return builders;
}
