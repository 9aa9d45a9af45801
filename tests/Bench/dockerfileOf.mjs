const LINES_PER_STAGE = 10;

/**
 * A Dockerfile with many stages of ten lines, the last of which ends in a half-written `COPY --from=s`.
 * @param {number} stages
 * @returns {{ text: string, line: number, character: number }} the place behind the `s`
 */
export function dockerfileOf(stages) {
  const lines = [];
  for (let index = 0; index < stages; index++) {
    const base = index === 0 || index % 4 === 0 ? "golang:1.26" : `stage${index - 1}`;
    const body = [
      `FROM ${base} AS stage${index}`,
      `# stage ${index} of ${stages}`,
      "ARG VERSION=1",
      `WORKDIR /src/${index}`,
      "COPY go.mod go.sum ./",
      "RUN --mount=type=cache,target=/root/.cache \\",
      "    go mod download",
      "COPY . .",
      index === 0 ? "RUN go vet ./..." : `COPY --from=stage${index - 1} /out/app /in/app`,
      `RUN go build -o /out/app ./cmd/${index}`,
    ];
    if (body.length !== LINES_PER_STAGE) throw new Error("A stage has ten lines.");
    lines.push(...body);
  }
  lines[lines.length - 1] = "COPY --from=s";
  return { text: `${lines.join("\n")}\n`, line: lines.length - 1, character: "COPY --from=s".length };
}
