/**
 * What VS Code says of itself in `initialize`, so far as it bears on what is measured: with other abilities the servers would answer
 * in other, longer forms that no user of VS Code ever gets.
 */
export function initializeParams() {
  return {
    processId: process.pid,
    rootUri: null,
    locale: "en",
    capabilities: {
      general: { positionEncodings: ["utf-16"] },
      workspace: { applyEdit: true, workspaceEdit: { documentChanges: true, changeAnnotationSupport: { groupsOnLabel: true } } },
      textDocument: {
        synchronization: { dynamicRegistration: true, willSave: true, willSaveWaitUntil: true, didSave: true },
        publishDiagnostics: { relatedInformation: true, versionSupport: false, codeDescriptionSupport: true, dataSupport: true },
        completion: {
          dynamicRegistration: true,
          contextSupport: true,
          insertTextMode: 2,
          completionItem: {
            snippetSupport: true,
            commitCharactersSupport: true,
            documentationFormat: ["markdown", "plaintext"],
            deprecatedSupport: true,
            preselectSupport: true,
            tagSupport: { valueSet: [1] },
            insertReplaceSupport: true,
            resolveSupport: { properties: ["documentation", "detail", "additionalTextEdits"] },
            insertTextModeSupport: { valueSet: [1, 2] },
            labelDetailsSupport: true,
          },
          completionItemKind: { valueSet: Array.from({ length: 25 }, (_, index) => index + 1) },
          completionList: { itemDefaults: ["commitCharacters", "editRange", "insertTextFormat", "insertTextMode", "data"] },
        },
        hover: { dynamicRegistration: true, contentFormat: ["markdown", "plaintext"] },
        codeLens: { dynamicRegistration: true },
        documentSymbol: { dynamicRegistration: true, hierarchicalDocumentSymbolSupport: true },
      },
    },
  };
}
