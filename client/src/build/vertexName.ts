/** What the name of a BuildKit step says of an instruction: `[builder 2/5] RUN make`. */
export interface InstructionStep {
  /** The target of bake, the service of compose; null in a build of one. */
  readonly target: string | null;
  /** `linux/arm64`, or `linux/amd64->arm64` where the step runs on another one than it builds for; null in a build for one platform. */
  readonly platform: string | null;
  /** The stage's name, `stage-N` where it has none; null in a Dockerfile whose only stage has none. */
  readonly stage: string | null;
  /** Which of the stage's steps it is, from 1; `FROM` counts where it names an image. */
  readonly index: number;
  readonly total: number;
  /** The instruction as BuildKit writes it, on one line. */
  readonly instruction: string;
}

/**
 * Reads the name of a step; null when it belongs to no instruction (`[internal] load build context`, `exporting to image`). See `prefixCommand` of
 * BuildKit's dockerfile2llb, and `progress.WithPrefix` of buildx for the target in front.
 *
 * @param targets the names of the targets that are built together; without them a second word is taken for one
 */
export function readVertexName(name: string, targets?: ReadonlySet<string>): InstructionStep | null {
  const match = /^\[(?:([^\]]*) )?(\d+)\/(\d+)\] (.*)$/s.exec(name);
  if (match === null) return null;
  const words = (match[1] ?? "").split(" ").filter((word) => word !== "");
  const platformAt = words.findIndex((word) => word.includes("/"));
  const platform = platformAt < 0 ? null : (words.splice(platformAt, 1)[0] ?? null);
  // Target and stage may both be missing. One word alone is a target if one is called so and the Dockerfile's only stage has no name.
  const first = words[0];
  const hasTarget =
    first !== undefined && (words.length > 1 || platformAt === 1 || (targets !== undefined && targets.size > 0 && targets.has(first)));
  const [target = null, stage = null] = hasTarget ? words : [null, first];
  return { target, platform, stage, index: Number(match[2]), total: Number(match[3]), instruction: match[4] ?? "" };
}
