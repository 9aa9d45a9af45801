/** A version of buildx: major and minor number. */
export type BuildxVersion = readonly [major: number, minor: number];

/** The version in what `docker buildx version` prints; null when it names none (a build of somebody's own). */
export function readBuildxVersion(output: string): BuildxVersion | null {
  const match = /\bv?(\d+)\.(\d+)\.\d+/.exec(output.replace(/^\S+\s/, ""));
  return match && [Number(match[1]), Number(match[2])];
}

/** Whether it knows `--progress=rawjson`: since 0.13. One that does not say is taken for an old one. */
export const hasRawJson = (version: BuildxVersion | null) => isAtLeast(version, 0, 13);

/** Whether it knows `--call=check`: since 0.15. */
export const hasCheck = (version: BuildxVersion | null) => isAtLeast(version, 0, 15);

function isAtLeast(version: BuildxVersion | null, major: number, minor: number): boolean {
  return version !== null && (version[0] > major || (version[0] === major && version[1] >= minor));
}
