import { SetUpError } from "../setup/SetUpError.mjs";
import { call } from "./call.mjs";

/** What the engine's client says when a Dockerfile asks for a front end of its own. */
const FOREIGN_FRONT_END = /resolve image config for docker-image:/;
/** And when a base image is not in the engine. */
const MISSING_IMAGE = /failed to resolve source metadata for ([^\s"]+?)(?:@sha256:\w+)?: /;

/**
 * Asks a running engine with `docker buildx build`. No image is pulled: whenever one is missing, the stand-in gets its name too, and the
 * question is asked again.
 */
export class AskEngine {
  #env;
  #standIn;
  #standsFor = new Set();

  /**
   * @param {Record<string, string | undefined>} env leads `docker` to the engine
   * @param {string} standIn the image that stands for every other
   */
  constructor(env, standIn) {
    this.#env = env;
    this.#standIn = standIn;
  }

  /**
   * @param {string[]} options of `docker buildx build`
   * @param {string} folder the build context
   * @param {string} name of the input, for the error
   * @returns {Promise<{ code: number, stdout: string, stderr: string }>}
   */
  async build(options, folder, name) {
    for (const asked = new Set(); ; ) {
      const answer = await this.#docker(["buildx", "build", ...options, folder]);
      if (FOREIGN_FRONT_END.test(answer.stderr)) {
        throw new SetUpError(`${name}: asks for a front end, which cannot be had.`);
      }
      const missing = answer.code === 0 ? null : `${answer.stdout}\n${answer.stderr}`.match(MISSING_IMAGE)?.[1];
      if (!missing) {
        return answer;
      }
      if (asked.has(missing)) {
        throw new SetUpError(`${name}: nothing can stand in for ${missing}.\n${answer.stderr}`);
      }
      asked.add(missing);
      await this.#standFor(missing, name);
    }
  }

  /** Runs another docker command and answers its output; it must succeed. */
  async read(...args) {
    const answer = await this.#docker(args);
    if (answer.code !== 0) {
      throw new SetUpError(`docker ${args.join(" ")}\n${answer.stderr}`);
    }
    return answer.stdout;
  }

  async #standFor(image, name) {
    // Two questions at once may miss the same image.
    if (!this.#standsFor.has(image)) {
      const answer = await this.#docker(["tag", this.#standIn, image]);
      if (answer.code !== 0) {
        throw new SetUpError(`${name}: nothing can stand in for ${image}.\n${answer.stderr}`);
      }
      this.#standsFor.add(image);
    }
  }

  /** What a process needs so that its `docker` is this engine's. */
  get env() {
    return this.#env;
  }

  #docker(args) {
    return call("docker", args, { env: { ...process.env, ...this.#env } });
  }
}
