// Generates the LSP types of the server from the official model of the protocol.
//
//   node scripts/protocol/generate.mjs            writes server/LanguageServer/Protocol/Protocol.g.cs
//   node scripts/protocol/generate.mjs --check    exit code 1 when that file is not what would be written
//
// Input: metaModel.json (see README.md beside it), selection.json, and the methods named in the method table and in the client
// proxy. Only types that can be reached from those methods are written:
//   keep      the properties of a type that we read or write; all when a type is not listed
//   omit      properties that we use in no type
//   optional  properties that the protocol demands and that we can do without
//   replace   the one alternative of a union that we write, of a property or of a method's result; a union that remains becomes
//             OneOf<…> (Protocol/OneOf.cs)

import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, "..", "..");
const outputPath = join(root, "server", "LanguageServer", "Protocol", "Protocol.g.cs");
const model = JSON.parse(readFileSync(join(here, "metaModel.json"), "utf8"));
const selection = JSON.parse(readFileSync(join(here, "selection.json"), "utf8"));

const structures = new Map(model.structures.map((s) => [s.name, s]));
const enumerations = new Map(model.enumerations.map((e) => [e.name, e]));
const aliases = new Map(model.typeAliases.map((a) => [a.name, a]));

const baseTypes = {
  boolean: "bool",
  decimal: "double",
  DocumentUri: "string",
  integer: "int",
  RegExp: "string",
  string: "string",
  // LSP: uinteger ends at 2^31 - 1.
  uinteger: "int",
  URI: "string",
};

/** Everything that will be written: C# name → declaration. */
const declarations = new Map();
/** C# types that a converter or a handler asks the serializer for. */
const roots = new Set();

for (const message of usedMethods()) {
  if (message.params && !Array.isArray(message.params)) addRoot(message.params);
  if (message.result) addRoot(selection.replace[message.method] ?? message.result);
  if (message.registrationOptions && message.method.startsWith("workspace/didChange")) addRoot(message.registrationOptions);
}
for (const name of selection.types) addRoot({ kind: "reference", name });

const text = render();
if (process.argv.includes("--check")) {
  if (readFileSync(outputPath, "utf8").replaceAll("\r\n", "\n") !== text) {
    console.error("Protocol.g.cs is not what the generator writes: run node scripts/protocol/generate.mjs");
    process.exit(1);
  }
} else {
  writeFileSync(outputPath, text);
}

/** The messages whose method stands as a string in one of the files that list methods. */
function usedMethods() {
  const source = selection.methodsIn.map((path) => readFileSync(join(root, path), "utf8")).join("\n");
  const named = new Set([...source.matchAll(/"([\w$]+(?:\/\w+)*)"/g)].map((match) => match[1]));
  return [...model.requests, ...model.notifications].filter((message) => named.has(message.method));
}

function addRoot(type) {
  for (const alternative of type.kind === "or" ? type.items : [type]) {
    const name = csharp(alternative, "");
    if (name !== null && name !== "JsonElement") roots.add(name);
  }
}

/** The C# name of a type without its question mark, null for JSON's null; declares what it names. */
function csharp(type, owner) {
  switch (type.kind) {
    case "base":
      return type.name === "null" ? null : baseTypes[type.name];
    case "array":
      return `${csharp(type.element, owner)}[]`;
    case "map":
      return `Dictionary<string, ${csharp(type.value, owner)}>`;
    case "reference":
      return reference(type.name);
    case "or":
      return union(type, owner);
    case "stringLiteral":
      return "string";
    default:
      throw new Error(`${owner}: no C# for a type of kind ${type.kind}`);
  }
}

function reference(name) {
  if (name === "LSPAny" || name === "LSPObject" || name === "LSPArray") return "JsonElement";
  const enumeration = enumerations.get(name);
  if (enumeration) return declareEnumeration(enumeration);
  const alias = aliases.get(name);
  if (!alias) return declareRecord(name, structures.get(name).documentation, propertiesOf(structures.get(name)));
  const items = alias.type.kind === "or" ? alias.type.items : [];
  if (items.length > 0 && items.every((item) => structures.has(item.name))) {
    // A choice between records that differ in which properties are there: one record, demanding what all of them demand.
    return declareRecord(name, alias.documentation, mergedProperties(items.map((item) => propertiesOf(structures.get(item.name)))));
  }
  return csharp(alias.type, name);
}

function union(type, owner) {
  const names = [...new Set(type.items.map((item) => csharp(item, owner)).filter((name) => name !== null))];
  if (names.length === 1) return names[0];
  for (const name of names) roots.add(name);
  return `OneOf<${names.join(", ")}>`;
}

function propertiesOf(structure) {
  const inherited = [...(structure.extends ?? []), ...(structure.mixins ?? [])].flatMap((base) => propertiesOf(structures.get(base.name)));
  const own = structure.properties ?? [];
  return [...inherited.filter((property) => !own.some((other) => other.name === property.name)), ...own];
}

function mergedProperties(alternatives) {
  const merged = new Map();
  for (const property of alternatives.flat()) {
    const everywhere = alternatives.every((properties) => properties.some((other) => other.name === property.name && !other.optional));
    if (!merged.has(property.name)) merged.set(property.name, { ...property, optional: !everywhere });
  }
  return [...merged.values()];
}

function declareRecord(name, documentation, properties) {
  if (declarations.has(name)) return name;
  declarations.set(name, "");
  const keep = selection.keep[name];
  const kept = properties.filter((p) => (keep ? keep.includes(p.name) : true) && !selection.omit.includes(p.name));
  const lines = [...summary(documentation, ""), `public sealed record ${name}`, "{"];
  for (const [index, property] of kept.entries()) {
    if (index > 0) lines.push("");
    lines.push(...renderProperty(name, property));
  }
  declarations.set(name, [...lines, "}"].join("\n"));
  return name;
}

function renderProperty(owner, property) {
  const path = `${owner}.${property.name}`;
  const type = selection.replace[path] ?? property.type;
  const csharpType = csharp(type, path);
  const nullable = type.kind === "or" && type.items.some((item) => item.kind === "base" && item.name === "null");
  const optional = property.optional || selection.optional.includes(path);
  const lines = summary(property.documentation, "    ");
  const oneOf = /^OneOf<(.+)>(\[\])?$/.exec(csharpType);
  if (oneOf) lines.push(`    [JsonConverter(typeof(${oneOf[2] ? "OneOfArrayConverter" : "OneOfConverter"}<${oneOf[1]}>))]`);
  // The protocol demands the property and allows null as its value: null is written, and its absence is forgiven.
  if (nullable && !optional) lines.push("    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]");
  let name = property.name[0].toUpperCase() + property.name.slice(1);
  if (name === owner) {
    // C# allows no member with the name of its type.
    lines.push(`    [JsonPropertyName("${property.name}")]`);
    name += "Value";
  }
  if (type.kind === "stringLiteral") lines.push(`    public string ${name} { get; init; } = "${type.value}";`);
  else if (optional || nullable) lines.push(`    public ${csharpType}? ${name} { get; init; }`);
  else lines.push(`    public required ${csharpType} ${name} { get; init; }`);
  return lines;
}

/** Numbers become an enum; strings become constants, because clients may send values that are not known yet. */
function declareEnumeration(enumeration) {
  const isString = enumeration.type.name === "string";
  if (!declarations.has(enumeration.name)) {
    const lines = summary(enumeration.documentation, "");
    lines.push(isString ? `public static class ${enumeration.name}` : `public enum ${enumeration.name}`, "{");
    for (const [index, value] of enumeration.values.entries()) {
      if (index > 0) lines.push("");
      const name = value.name[0].toUpperCase() + value.name.slice(1);
      lines.push(...summary(value.documentation, "    "));
      lines.push(isString ? `    public const string ${name} = "${value.value}";` : `    ${name} = ${value.value},`);
    }
    declarations.set(enumeration.name, [...lines, "}"].join("\n"));
  }
  return isString ? "string" : enumeration.name;
}

/** The first paragraph of the protocol's own documentation. */
function summary(documentation, indent) {
  const paragraph = (documentation ?? "")
    .split(/\n\s*\n|\n\s*@/)[0]
    .replace(/^@\w+.*/, "")
    .trim();
  if (paragraph === "") return [];
  const words = paragraph
    .replace(/\{@link\s+(?:[\w.]+\s+)?([^}]+)\}/g, "$1")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .split(/\s+/);
  const lines = [];
  let line = "";
  for (const word of words) {
    if (line.length + word.length > 110) {
      lines.push(line.trimEnd());
      line = "";
    }
    line += `${word} `;
  }
  lines.push(line.trimEnd());
  if (lines.length === 1) return [`${indent}/// <summary>${lines[0]}</summary>`];
  return [`${indent}/// <summary>`, ...lines.map((l) => `${indent}/// ${l}`), `${indent}/// </summary>`];
}

function render() {
  const names = [...declarations.keys()].sort();
  const serializable = [...roots].filter((name) => !name.startsWith("OneOf<")).sort();
  return `// <auto-generated>
// Written by scripts/protocol/generate.mjs from the official model of the Language Server Protocol. Do not edit.
// Documentation: Copyright (c) Microsoft Corporation, MIT License.
// </auto-generated>
#nullable enable
#pragma warning disable CS1591

using System.Text.Json;
using System.Text.Json.Serialization;

namespace Dockstage.LanguageServer.Protocol;

/// <summary>How the types of the protocol are read and written: generated at build time, without reflection.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(JsonElement))]
${serializable.map((name) => `[JsonSerializable(typeof(${name}))]`).join("\n")}
public sealed partial class ProtocolJson : JsonSerializerContext;

${names.map((name) => declarations.get(name)).join("\n\n")}
`;
}
