import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Settings for a fresh editor: nothing that hides the files or asks something first. */
const QUIET_EDITOR = {
  "workbench.startupEditor": "none",
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "workbench.tips.enabled": false,
  "chat.disableAIFeatures": true,
  "telemetry.telemetryLevel": "off",
  "extensions.ignoreRecommendations": true,
  "update.mode": "none",
  "git.openRepositoryInParentFolders": "never",
  "window.commandCenter": false,
};

/** Writes the settings of a user-data folder that has none yet; what its user changed since then stays. */
export function seedSettings(userDataFolder, further = {}) {
  const path = join(userDataFolder, "User", "settings.json");
  if (!existsSync(path)) {
    mkdirSync(join(path, ".."), { recursive: true });
    writeFileSync(path, `${JSON.stringify({ ...QUIET_EDITOR, ...further }, null, 2)}\n`);
  }
}
