import * as vscode from "vscode";
import type { Location, Position } from "vscode-languageclient/node";

/** Places of the protocol, as a lens of the server carries them. */
export interface ReferencesToShow {
  readonly uri: string;
  readonly position: Position;
  readonly locations: readonly Location[];
}

/** The command `dockstage.showReferences`: opens the editor's own list of references at a place. */
export async function showReferences({ uri, position, locations }: ReferencesToShow): Promise<void> {
  await vscode.commands.executeCommand(
    "editor.action.showReferences",
    vscode.Uri.parse(uri),
    toPosition(position),
    locations.map(
      ({ uri, range }) => new vscode.Location(vscode.Uri.parse(uri), new vscode.Range(toPosition(range.start), toPosition(range.end))),
    ),
  );
}

function toPosition({ line, character }: Position): vscode.Position {
  return new vscode.Position(line, character);
}
