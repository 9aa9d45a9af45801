/** A sentence with its `{0}`, `{1}`, … filled in. */
export function filled(sentence: string, ...values: readonly (string | number)[]): string {
  return sentence.replace(/\{(\d+)\}/g, (mark, index) => String(values[Number(index)] ?? mark));
}
