import { FONTS, tokens } from './tokens'

/** Hands the tokens to CSS as `--accent`, `--line-strong`, `--row` … before anything is drawn. */
export function setVariables(root: HTMLElement): void {
  for (const [name, value] of Object.entries(tokens)) {
    const variable = `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`
    root.style.setProperty(variable, typeof value === 'number' ? `${value}px` : value)
  }
  root.style.setProperty('--fonts', FONTS)
}
