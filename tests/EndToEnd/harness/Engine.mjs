export { startDockerEngine as startEngine } from "../../../scripts/setup/dockerEngine.mjs";
