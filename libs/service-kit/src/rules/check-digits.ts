const CREDIT_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const CREDIT_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
const IDENTITY_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const IDENTITY_CHECKS = '10X98765432'

/** Whether the text is a 统一社会信用代码: 18 characters of its alphabet, with the right check character (GB 32100-2015). */
export function isCreditCode(text: string): boolean {
  if (text.length !== 18) return false
  let sum = 0
  for (const [place, weight] of CREDIT_WEIGHTS.entries()) {
    const value = CREDIT_ALPHABET.indexOf(text.charAt(place))
    if (value < 0) return false
    sum += value * weight
  }
  return CREDIT_ALPHABET.charAt((31 - (sum % 31)) % 31) === text.charAt(17)
}

/** Whether the text is a 公民身份号码: 17 digits with a real birth date and the right check character (GB 11643-1999). */
export function isIdentityNumber(text: string): boolean {
  if (!/^\d{17}[\dX]$/.test(text)) return false
  const birth = `${text.slice(6, 10)}-${text.slice(10, 12)}-${text.slice(12, 14)}`
  const time = Date.parse(birth)
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== birth) return false
  const sum = IDENTITY_WEIGHTS.reduce((total, weight, place) => total + Number(text.charAt(place)) * weight, 0)
  return IDENTITY_CHECKS.charAt(sum % 11) === text.charAt(17)
}
