/** No text of SSM's begins with this sign: what stands behind it is the type of a parameter that is no text. */
const NO_TEXT = '\0';

/** Returns what a parameter of SSM's holds, as the readers of the ledger take it: of another type than String they name the type. */
export function storedText(value: string, type: string): string {
  return type === 'String' ? value : `${NO_TEXT}${type}`;
}

/** What is wrong with the type of a parameter that holds this; undefined where it is a String. */
export function typeFault(text: string): string | undefined {
  return text.startsWith(NO_TEXT)
    ? `it is a ${text.slice(NO_TEXT.length)}, and this product writes a String`
    : undefined;
}
