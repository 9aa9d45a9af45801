import type { DocumentSelector } from "vscode-languageclient";

/**
 * What the server is told about, on disk or not (no scheme is named: untitled and remote documents count).
 * Any YAML may be included or extended by a compose file, and `.env` gives it values and says which files there are, so their unsaved text
 * matters too. The patterns catch files whose names say
 * what they are while another extension, or the user, has given them another language.
 */
export const documentSelector: DocumentSelector = [
  { language: "dockerfile" },
  { language: "dockercompose" },
  { language: "yaml" },
  { pattern: "**/{Dockerfile,dockerfile,Containerfile}" },
  { pattern: "**/*.{Dockerfile,dockerfile,Containerfile}" },
  { pattern: "**/{compose,docker-compose}*.{yml,yaml}" },
  { pattern: "**/.env" },
  { pattern: "**/.dockstage.json" },
  { pattern: "**/*.dockerignore" },
];
