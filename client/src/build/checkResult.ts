/** One finding of the engine's own check. */
export interface CheckFinding {
  /** Lines from 1, both inclusive. */
  readonly lines: readonly [number, number];
  readonly severity: "warning" | "error";
  /** The rule's name; null for what the build refuses. */
  readonly rule: string | null;
  readonly url: string | null;
  readonly message: string;
}

/**
 * The findings in what `docker buildx build --call=check,format=json` prints on its standard output; null when that is no such answer (an engine that
 * knows no `--call`, one that could not begin).
 */
export function readCheckResult(output: string): CheckFinding[] | null {
  const answer = objectOf(parse(output));
  if (answer === null || !("warnings" in answer || "buildError" in answer)) return null;
  const findings = (Array.isArray(answer.warnings) ? answer.warnings : []).flatMap((value): CheckFinding[] => {
    const warning = objectOf(value);
    if (warning === null) return [];
    const rule = textOf(warning.ruleName);
    const message = textOf(warning.detail) ?? textOf(warning.description) ?? rule ?? "";
    return [{ lines: linesOf(warning.location), severity: "warning", rule, url: textOf(warning.url), message }];
  });
  const error = objectOf(answer.buildError);
  if (error === null) return findings;
  return [...findings, { lines: linesOf(error.location), severity: "error", rule: null, url: null, message: textOf(error.message) ?? "" }];
}

/** From the first range; the first line when there is none. */
function linesOf(location: unknown): [number, number] {
  const ranges = objectOf(location)?.ranges;
  const range = objectOf(Array.isArray(ranges) ? ranges[0] : null);
  const line = (place: unknown) => {
    const value = objectOf(place)?.line;
    return typeof value === "number" && value > 0 ? value : null;
  };
  const start = line(range?.start) ?? 1;
  return [start, Math.max(start, line(range?.end) ?? start)];
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function objectOf(value: unknown): Record<string, unknown> | null {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : null;
}

function textOf(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}
