/**
 * Whether two URIs mean one document: editor and server may escape letters differently. URIs of an editor compare as they are otherwise;
 * a drive letter counts in any case.
 */
export function isSameDocument(one: string, other: string): boolean {
  return one === other || normal(one) === normal(other);
}

function normal(uri: string): string {
  try {
    return decodeURIComponent(uri).replace(/^file:\/\/\/[A-Z]:/, (start) => start.toLowerCase());
  } catch {
    return uri;
  }
}
