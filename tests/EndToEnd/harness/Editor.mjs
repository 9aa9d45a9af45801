import { Changes } from "./editor/Changes.mjs";
import { EditorWindow } from "./editor/EditorWindow.mjs";
import { Lenses } from "./editor/Lenses.mjs";
import { OpenFiles } from "./editor/OpenFiles.mjs";
import { Problems } from "./editor/Problems.mjs";
import { QuickInput } from "./editor/QuickInput.mjs";
import { Suggestions } from "./editor/Suggestions.mjs";
import { Symbols } from "./editor/Symbols.mjs";
import { Terminal } from "./editor/Terminal.mjs";
import { TextAndCursor } from "./editor/TextAndCursor.mjs";
import { Themes } from "./editor/Themes.mjs";

const PARTS = [QuickInput, OpenFiles, TextAndCursor, Suggestions, Lenses, Symbols, Changes, Problems, Terminal, Themes];

/**
 * A real VS Code in a real browser on a workspace of its own, with an extension package installed; everything is thrown away at the end. What a person
 * does there and sees is told part by part, each in a file of its own.
 */
export class Editor extends PARTS.reduce((Base, part) => part(Base), EditorWindow) {}
