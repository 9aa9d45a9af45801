import * as vscode from "vscode";
import type { Step } from "./buildProgress.ts";
import { duration } from "./duration.ts";
import { labelOf } from "./progressText.ts";
import type { StageStates } from "./stageStates.ts";

/** What was printed by a stage's steps in its last build, or by one of them. */
export interface LogToShow {
  /** The Dockerfile's document URI. */
  readonly dockerfile: string;
  /** Which of its stages, from 0. */
  readonly stage: number;
  /** Which of the stage's steps, as BuildKit counts; all when left out. */
  readonly step?: number;
  /** The editor's column in which it is shown; beside the active editor when left out. */
  readonly column?: number;
}

/** The scheme of the documents that show logs. */
const scheme = "dockstage-log";

/** The document that shows a log, as far as it has come by now. @param name the stage's name, or null when it has none */
export function logUri(log: LogToShow, name: string | null): vscode.Uri {
  const title = [name ?? `stage-${log.stage}`, ...(log.step === undefined ? [] : [String(log.step)])].join(" ");
  // The path is the title, the query says what it is; a new moment is a new document, since VS Code keeps the text of the old one.
  // In letters that every form of a URI leaves alone: the Dockerfile's own URI has percent signs.
  const { dockerfile, stage, step } = log;
  const query = Buffer.from(JSON.stringify({ dockerfile, stage, step, at: Date.now() })).toString("base64url");
  return vscode.Uri.from({ scheme, path: `${title}.log`, query });
}

/** The command `dockstage.showStepLog`, and the read-only documents that it shows. */
export class StepLogs implements vscode.TextDocumentContentProvider {
  static readonly scheme = scheme;

  constructor(private readonly states: StageStates) {}

  /** Shows a log beside the Dockerfile, from its end: that is where an error stands. */
  async show(argument: unknown): Promise<void> {
    if (!isLogToShow(argument)) return;
    const state = this.states.lastOf(argument.dockerfile, argument.stage);
    if (state === undefined || state.steps.length === 0) {
      void vscode.window.showInformationMessage(vscode.l10n.t("This stage has not been built yet."));
      return;
    }
    const document = await vscode.workspace.openTextDocument(logUri(argument, state.name));
    const editor = await vscode.window.showTextDocument(document, {
      viewColumn: argument.column ?? vscode.ViewColumn.Beside,
      preview: true,
      preserveFocus: false,
    });
    editor.revealRange(new vscode.Range(document.lineCount - 1, 0, document.lineCount - 1, 0));
  }

  provideTextDocumentContent(uri: vscode.Uri): string {
    const { dockerfile, stage, step } = JSON.parse(Buffer.from(uri.query, "base64url").toString()) as LogToShow;
    const steps = this.states.lastOf(dockerfile, stage)?.steps ?? [];
    return steps
      .filter(({ instruction }) => step === undefined || instruction?.index === step)
      .map(textOf)
      .join("\n");
  }
}

function textOf(step: Step): string {
  const log = step.log.replace(/\r\n/g, "\n").replace(/[^\n]*\r(?!\n)/g, "");
  // biome-ignore lint/suspicious/noControlCharactersInRegex: an editor shows no colours.
  const plain = log.replace(/\x1b\[[0-?]*[ -/]*[@-~]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)/g, "");
  const head = `# ${labelOf(step)}  ${squeezed(step.instruction?.instruction ?? "")}\n`;
  const end = squeezed(step.error ?? "") || (step.state === "done" ? duration(step.milliseconds) : step.state);
  return `${head}${plain}${plain === "" || plain.endsWith("\n") ? "" : "\n"}# ${end}\n`;
}

function squeezed(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

function isLogToShow(value: unknown): value is LogToShow {
  if (typeof value !== "object" || value === null) return false;
  const { dockerfile, stage, step, column } = value as Partial<LogToShow>;
  const isNumber = (one: unknown) => one === undefined || typeof one === "number";
  return typeof dockerfile === "string" && typeof stage === "number" && isNumber(step) && isNumber(column);
}
