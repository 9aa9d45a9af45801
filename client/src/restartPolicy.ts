import * as vscode from "vscode";
import { CloseAction, type CloseHandlerResult, ErrorAction, type ErrorHandler, type ErrorHandlerResult } from "vscode-languageclient";
import { CrashCounter } from "./crashCounter.ts";

/** Restarts a server that died, until it dies too often; a broken message never ends the session by itself. */
export class RestartPolicy implements ErrorHandler {
  private readonly crashes = new CrashCounter();

  constructor(private readonly reportFailure: (message: string) => void) {}

  error(): ErrorHandlerResult {
    return { action: ErrorAction.Continue, handled: true };
  }

  closed(): CloseHandlerResult {
    if (!this.crashes.isTooMany(Date.now())) return { action: CloseAction.Restart, handled: true };
    this.reportFailure(vscode.l10n.t("The Dockstage language server stopped several times in a short while and is not restarted."));
    return { action: CloseAction.DoNotRestart, handled: true };
  }
}
