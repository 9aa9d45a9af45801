import type { SolveStatus } from "./solveStatus.ts";

/**
 * Reads BuildKit's plain progress (`#7 [builder 2/5] RUN make`, `#7 DONE 3.2s`), which compose, `docker build` and an old buildx print, as what `rawjson`
 * would have told. Times of day are not printed, so the clock of this machine stands for them.
 */
export class PlainProgress {
  private rest = "";
  private readonly steps = new Map<string, { readonly name: string; readonly started: number }>();

  /** @param clock milliseconds since 1970 */
  constructor(private readonly clock: () => number = Date.now) {}

  /** What the lines that are complete with this piece tell. */
  read(piece: string): SolveStatus[] {
    const lines = (this.rest + piece).split("\n");
    this.rest = lines.pop() ?? "";
    return lines.flatMap((line) => this.readLine(line.replace(/\r$/, "")) ?? []);
  }

  private readLine(line: string): SolveStatus | undefined {
    const match = /^#(\d+) (.*)$/.exec(line);
    if (match === null) return undefined;
    const [, digest = "", text = ""] = match;
    const known = this.steps.get(digest);
    const now = this.clock();
    const at = (time: number) => new Date(time).toISOString();
    if (known === undefined) {
      // The first line of a step is its name; what follows may be told again under it.
      this.steps.set(digest, { name: text, started: now });
      return { vertexes: [{ digest, name: text, started: at(now) }] };
    }
    const vertex = { digest, name: known.name, started: at(known.started) };
    const seconds = /^DONE (\d+(?:\.\d+)?)s$/.exec(text)?.[1];
    if (seconds !== undefined) return { vertexes: [{ ...vertex, completed: at(known.started + Number(seconds) * 1000) }] };
    if (text === "CACHED") return { vertexes: [{ ...vertex, started: at(now), completed: at(now), cached: true }] };
    if (text.startsWith("ERROR: ")) return { vertexes: [{ ...vertex, completed: at(now), error: text.slice("ERROR: ".length) }] };
    if (text === "CANCELED") return { vertexes: [{ ...vertex, completed: at(now), error: "context canceled" }] };
    const log = /^\d+\.\d+ (.*)$/.exec(text)?.[1];
    return log === undefined ? undefined : { logs: [{ vertex: digest, data: Buffer.from(`${log}\n`).toString("base64") }] };
  }
}
