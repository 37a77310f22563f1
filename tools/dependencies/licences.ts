import type { Package } from './packages'

/** Licences that ask for no more than to be named (docs/adr/0014). */
const ALLOWED = new Set([
  ...['MIT', 'MIT-0', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'BlueOak-1.0.0'],
  ...['CC0-1.0', 'Unlicense', 'Python-2.0', 'PSF-2.0'],
])

/** Whether an SPDX expression can be met by licences that are allowed: all of an AND, one of an OR. Both in one are left to a reader. */
export function isAllowed(expression: string): boolean {
  const plain = expression.replace(/^\((.*)\)$/, '$1')
  if (/[()]/.test(plain) || (plain.includes(' OR ') && plain.includes(' AND '))) return false
  if (plain.includes(' OR ')) return plain.split(' OR ').some((one) => ALLOWED.has(one))
  return plain.split(' AND ').every((one) => ALLOWED.has(one))
}

/** Packages whose licence nobody has agreed to, those that are shipped first. */
export function notAllowed(packages: readonly Package[]): Package[] {
  return packages
    .filter(({ licence }) => licence === undefined || !isAllowed(licence))
    .sort((one, other) => Number(other.shipped) - Number(one.shipped) || one.name.localeCompare(other.name))
}
