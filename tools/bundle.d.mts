/** The text of a tool as one file. */
export function textOf(root: string, tool: string): Promise<string>
/** Writes a tool as one file and gives its place. */
export function bundle(root: string, tool: string): Promise<string>
