/**
 * What BuildKit tells about a build that runs: the objects of `--progress=rawjson` (`client.SolveStatus` of moby/buildkit). Only what is shown is named;
 * every list may be missing.
 */
export interface SolveStatus {
  readonly vertexes?: readonly Vertex[];
  readonly logs?: readonly VertexLog[];
}

/** A step, told again each time that something changes. Times are RFC 3339. */
export interface Vertex {
  readonly digest: string;
  readonly name: string;
  readonly started?: string;
  readonly completed?: string;
  readonly cached?: boolean;
  readonly error?: string;
}

/** What a step prints. */
export interface VertexLog {
  readonly vertex: string;
  /** Base64 of bytes, which may end within a character. */
  readonly data: string;
}

/** The value as a status, as far as it is one: what has another form than BuildKit's is left out. */
export function asSolveStatus(value: unknown): SolveStatus {
  const { vertexes, logs } = (typeof value === "object" && value !== null ? value : {}) as Record<string, unknown>;
  return {
    vertexes: listOf<Vertex>(vertexes, "digest", "name"),
    logs: listOf<VertexLog>(logs, "vertex", "data"),
  };
}

function listOf<Item>(value: unknown, ...texts: string[]): Item[] {
  const isItem = (item: unknown) =>
    typeof item === "object" && item !== null && texts.every((key) => typeof (item as Record<string, unknown>)[key] === "string");
  return Array.isArray(value) ? (value.filter(isItem) as Item[]) : [];
}
