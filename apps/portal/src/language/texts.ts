/** The texts of all features as one list; a key that two features claim is refused. */
export function joinTexts(files: Record<string, Record<string, string>>): Record<string, string> {
  const all: Record<string, string> = {}
  for (const [file, texts] of Object.entries(files)) {
    for (const [key, text] of Object.entries(texts)) {
      if (key in all) throw new Error(`${file}: the text ${key} is in another feature already`)
      all[key] = text
    }
  }
  return all
}
